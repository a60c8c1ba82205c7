import { demandOf, isOpen } from '../clauses-of-place';
import { type HealthcheckOf, healthcheckOf } from '../dockerfile/healthcheck-of';
import { nanoseconds } from '../dockerfile/nanoseconds';
import { lastOf } from '../dockerfile/stage';
import { type CheckRule, type Problem, type Promised, spotIn } from '../rule';

const URLS = /https?:\/\/[^\s'"`)\\]+/g;
const NAMES_HERE = /^(https?:\/\/)(?:127\.0\.0\.1|0\.0\.0\.0|\[::1\])/;
const urlsIn = (command: string): readonly string[] => (command.match(URLS) ?? []).map((url) => url.replace(NAMES_HERE, '$1localhost'));
/** Word by word, or by the program and what it asks: how a program asks is its own affair. */
const asksTheSame = (a: string, b: string): boolean => {
  const urls = urlsIn(b);
  if (urls.length === 0) return a.split(/\s+/).join(' ') === b.split(/\s+/).join(' ');
  return (
    urls.join(' ') === urlsIn(a).join(' ') &&
    a.split(/\s/, 1)[0] === b.split(/\s/, 1)[0] &&
    (!/exit 1\b/.test(b) || /exit 1\b|sys\.exit|raise/.test(a))
  );
};
/** The liveness endpoint, where HEALTHCHECK asks an address at all. */
const otherEndpoint = (promised: Promised, { step, command }: HealthcheckOf): readonly Problem[] => {
  const { contract } = promised;
  const { liveness, healthcheck } = contract.health;
  const [url] = urlsIn(command);
  if (url === undefined || healthcheck === undefined || liveness.check !== 'http') return [];
  const port = contract.ports?.[liveness.port]?.number;
  const wanted = `http://localhost:${port}${liveness.path}`;
  return url === wanted
    ? []
    : [
        {
          spot: spotIn(step, url.replace('http://localhost', '')),
          found: `the health check asks ${url}, and liveness is ${wanted}`,
          clauses: demandOf(promised, 'health.liveness.path').ids,
        },
      ];
};

export const healthcheckIsTheContracts: CheckRule = {
  id: 'healthcheck-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'HEALTHCHECK asks what the contract says, as often and as patiently.',
  why: 'Docker and the probes made from the contract would judge the same process differently.',
  fix: 'write the figures of the contract',
  source: 'the contract',
  problems: ({ final, promised }) => {
    const wanted = promised?.contract.health.healthcheck;
    if (promised === undefined || wanted === undefined || final === undefined) return [];
    const actual = healthcheckOf(final);
    const clausesAt = (key: string) => demandOf(promised, `health.healthcheck.${key}`).ids;
    if (actual === undefined) {
      return [
        {
          spot: spotIn(lastOf(final, 'HEALTHCHECK') ?? final.from),
          found: 'there is no HEALTHCHECK, and the contract has one',
          fix: `HEALTHCHECK --interval=${wanted.interval} --timeout=${wanted.timeout} --start-period=${wanted.startPeriod} --retries=${wanted.retries} CMD ${wanted.command}`,
          class: 'not-declared',
          clauses: clausesAt('interval').concat(clausesAt('command')),
        },
      ];
    }
    const figure = (key: 'interval' | 'timeout' | 'startPeriod', flag: string, fallback: string): readonly Problem[] => {
      // Nought is Docker's word for what holds without the flag.
      const said = actual[key] === undefined || nanoseconds(actual[key]) === 0 ? fallback : actual[key];
      if (said.includes('$') || nanoseconds(said) === nanoseconds(wanted[key]) || isOpen(promised, `health.healthcheck.${key}`)) return [];
      const word = `--${flag}=${wanted[key]}`;
      const clauses = clausesAt(key);
      return actual[key] === undefined
        ? [
            {
              spot: spotIn(actual.step),
              found: `the ${flag} of HEALTHCHECK is not given, so it is ${fallback}; the contract says ${wanted[key]}`,
              fix: word,
              class: 'not-declared',
              clauses,
            },
          ]
        : [
            {
              spot: spotIn(actual.step),
              found: `the ${flag} of HEALTHCHECK is ${said}, the contract says ${wanted[key]}`,
              fix: word,
              clauses,
            },
          ];
    };
    const retries: readonly Problem[] =
      (Number(actual.retries ?? 3) || 3) === wanted.retries || actual.retries?.includes('$')
        ? []
        : [
            {
              spot: spotIn(actual.step),
              found: `the retries of HEALTHCHECK are ${actual.retries ?? '3, since none are given'}; the contract says ${wanted.retries}`,
              fix: `--retries=${wanted.retries}`,
              clauses: clausesAt('retries'),
            },
          ];
    const command: readonly Problem[] = asksTheSame(actual.command, wanted.command)
      ? []
      : [
          {
            spot: spotIn(actual.step, actual.command.split(/\s/, 1)[0]),
            found: `the health check runs ${actual.command}; the contract says ${wanted.command}`,
            fix: `CMD ${wanted.command}`,
            clauses: clausesAt('command'),
          },
        ];
    return [
      ...figure('interval', 'interval', '30s'),
      ...figure('timeout', 'timeout', '30s'),
      ...figure('startPeriod', 'start-period', '0s'),
      ...retries,
      ...command,
      ...otherEndpoint(promised, actual),
    ];
  },
};
