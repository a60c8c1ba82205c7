import type { PlacedContainer } from '../contracts/placed';
import type { PlainContract } from '../contracts/plain';
import { milliseconds, wholeSeconds } from '../contracts/units';
import { type Because, type Explained, type Reason, rule, say } from './explained';
import type { k8s } from './k8s';
import { Scalar } from './scalar';

type Probe = Explained<k8s.Probe>;
type Health = PlainContract['health'];
type Check = Exclude<Health['liveness'], { readonly check: 'none' }>;
type Figure = Because<number>;

/** Where a document gives no figures: a liveness check every 30 s, a readiness check every 10 s, three failures count. */
const LIVENESS_PERIOD = 30;
const READINESS_PERIOD = 10;
const FAILURES = 3;
/** Docker asks as often as the HEALTHCHECK says also while starting; ten seconds notice a start sooner. Without one, five. */
const STARTUP_PERIOD = { withHealthcheck: 10, without: 5 } as const;

/** The question of a probe, without its figures. */
type Handler = Pick<Exclude<Probe, Because<unknown>>, 'httpGet' | 'tcpSocket' | 'grpc' | 'exec'>;

export interface Probes {
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
}
/** HEALTHCHECK and the tables' budgets become three probes. */
export const toKubeProbes = ({ at, contract: { health, ports = {} } }: PlacedContainer): Probes => {
  const here = `${at}.health`;
  const { liveness, readiness } = health;
  const handlerOf = (check: Check, place: string) => handler(check, place, at, ports);
  const ready =
    readiness.check === 'none' ? undefined : toReadinessProbe(health, readiness, here, handlerOf(readiness, `${here}.readiness`));
  if (liveness.check === 'none') return { readinessProbe: ready };
  const asked = handlerOf(liveness, `${here}.liveness`);
  return {
    livenessProbe: toLivenessProbe(health, liveness, here, asked),
    readinessProbe: ready,
    startupProbe: toStartupProbe(health, liveness, here, asked),
  };
};

const handler = (check: Check, place: string, at: string, ports: NonNullable<PlainContract['ports']>): Handler => {
  switch (check.check) {
    case 'http':
      return {
        httpGet: {
          path: say(check.path, `${place}.path`),
          port: say(new Scalar(check.port), `${place}.port`, `${at}.ports.${check.port}`, rule('port-by-name')),
        },
      };
    case 'tcp':
      return {
        tcpSocket: {
          port: say(new Scalar(check.port), `${place}.port`, `${at}.ports.${check.port}`, rule('port-by-name')),
        },
      };
    case 'grpc':
      return {
        grpc: {
          port: say(ports[check.port]?.number ?? 0, `${place}.port`, `${at}.ports.${check.port}.number`),
          ...(check.service === undefined ? {} : { service: say(check.service, `${place}.service`) }),
        },
      };
    case 'command':
      return { exec: { command: check.command.map((word) => say(word, `${place}.command`)) } };
  }
};

const toLivenessProbe = ({ healthcheck }: Health, { timing = {} }: Check, here: string, asked: Handler): Probe => {
  const own = `${here}.liveness.timing`;
  const from = `${here}.healthcheck`;
  return probe(
    asked,
    figure(healthcheck?.interval, `${from}.interval`, timing.every, `${own}.every`, LIVENESS_PERIOD),
    figure(healthcheck?.timeout, `${from}.timeout`, timing.within, `${own}.within`, 1, rule('probe-timeout-holds-budget')),
    count(healthcheck?.retries, `${from}.retries`, timing.failures, `${own}.failures`),
  );
};
/** The budget before the HEALTHCHECK: readiness takes a slow copy out of service, liveness would kill it. */
const toReadinessProbe = ({ healthcheck, liveness }: Health, check: Check, here: string, asked: Handler): Probe => {
  const { timing = {} } = check;
  const own = `${here}.readiness.timing`;
  const from = `${here}.healthcheck`;
  const same = healthcheck !== undefined && sameQuestion(liveness, check) && check.check === 'command' ? healthcheck : undefined;
  return probe(
    asked,
    figure(timing.every, `${own}.every`, same?.interval, `${from}.interval`, READINESS_PERIOD),
    figure(timing.within, `${own}.within`, same?.timeout, `${from}.timeout`, 1, rule('probe-timeout-holds-budget')),
    count(timing.failures, `${own}.failures`, same?.retries, `${from}.retries`),
  );
};
const sameQuestion = (a: Health['liveness'], b: Check): boolean =>
  a.check === 'command' && b.check === 'command' && a.command.join('\0') === b.command.join('\0');

/** Docker begins to count failures after the start period, and then allows all retries: never stricter than that. */
const toStartupProbe = ({ healthcheck, startsWithin }: Health, { timing = {} }: Check, here: string, asked: Handler): Probe | undefined => {
  const docker =
    healthcheck === undefined
      ? 0
      : (milliseconds(healthcheck.startPeriod) ?? 0) + healthcheck.retries * (milliseconds(healthcheck.interval) ?? 0);
  const budget = Math.max(docker, milliseconds(startsWithin ?? '0s') ?? 0) / 1000;
  if (budget === 0) return undefined;
  const period = healthcheck === undefined ? STARTUP_PERIOD.without : STARTUP_PERIOD.withHealthcheck;
  const places: readonly Reason[] = [
    ...(healthcheck === undefined ? [] : [`${here}.healthcheck.startPeriod`]),
    ...(startsWithin === undefined ? [] : [`${here}.startsWithin`]),
  ];
  const why = rule('startup-spares-slow-start');
  return probe(
    asked,
    say(period, why),
    figure(healthcheck?.timeout, `${here}.healthcheck.timeout`, timing.within, `${here}.liveness.timing.within`, 1, why),
    say(Math.ceil(budget / period), why, ...places),
  );
};

/** Field by field: docs/decisions/0013. */
const probe = (
  { exec, grpc, httpGet, tcpSocket }: Handler,
  periodSeconds: Figure,
  timeoutSeconds: Figure,
  failureThreshold: Figure,
): Probe => ({ exec, failureThreshold, grpc, httpGet, periodSeconds, tcpSocket, timeoutSeconds });

const figure = (
  first: string | undefined,
  at: string,
  second: string | undefined,
  otherwiseAt: string,
  fallback: number,
  why: Reason = rule('probe-period-added'),
): Figure => {
  if (first !== undefined) return rounded(first, at);
  return second === undefined ? say(fallback, why) : rounded(second, otherwiseAt);
};
const rounded = (duration: string, at: string): Figure =>
  (milliseconds(duration) ?? 0) % 1000 === 0
    ? say(wholeSeconds(duration), at)
    : say(wholeSeconds(duration), at, rule('probe-timeout-holds-budget'));
const count = (first: number | undefined, at: string, second: number | undefined, otherwiseAt: string): Figure => {
  if (first !== undefined) return say(first, at);
  return second === undefined ? say(FAILURES, rule('probe-period-added')) : say(second, otherwiseAt);
};
