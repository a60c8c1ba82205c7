import { connectionsOf } from '../../../constructs/connections';
import { at, type Json, listOf, textOf } from '../../diff/json';
import type { Cause } from '../cause';
import { contractWords } from '../contract-words';
import { messageIn, timeOf } from '../events';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import { uidOf, type Workload } from '../workload';
import { containersOf, type LiveContainer, placeOf } from './containers-of';

const PROBE = /^(Readiness|Liveness|Startup) probe (failed|errored)[^:]*:? ?/;
const FIELDS = { Readiness: 'readinessProbe', Liveness: 'livenessProbe', Startup: 'startupProbe' } as const;

/** Which probe of which clause fails, and what its answer depends on. */
export const failingProbes = (workload: Workload, snapshot: Snapshot, setting: Setting): readonly Cause[] =>
  containersOf(workload, setting)
    .filter(({ status }) => at(status, 'ready') !== true)
    .flatMap((container) => {
      const event = failureOf(container, snapshot);
      const [start = '', kind] = PROBE.exec(messageIn(event)) ?? [];
      if (kind === undefined) return [];
      const field = FIELDS[kind as keyof typeof FIELDS];
      const probe = at(container.spec, field);
      const answer = setting.mask(messageIn(event).slice(start.length)).trim();
      return [
        {
          at: placeOf(workload, container),
          what: `${kind.toLowerCase()} fails: ${wordsOf(probe)}: ${answer || 'no answer in time'}${dependsOn(container, snapshot, setting, kind)}`,
          contract: contractWords(setting, workload.manifest, `containers[${container.name}].${field}`),
          cure: 'make the endpoint answer as the contract says; the log says what it lacks',
          log: { pod: textOf(at(container.pod, 'metadata', 'name')), container: container.name, previous: false },
          notBefore: startsUntil(container),
        },
      ];
    });

/** The last one of this run: an older run's probes say nothing about this one, unless they ended it. */
const failureOf = ({ pod, name }: LiveContainer, { events }: Snapshot): Json =>
  events
    .filter(
      (event) =>
        at(event, 'involvedObject', 'uid') === uidOf(pod) &&
        at(event, 'reason') === 'Unhealthy' &&
        textOf(at(event, 'involvedObject', 'fieldPath')).endsWith(`{${name}}`),
    )
    .toSorted((a, b) => timeOf(b) - timeOf(a))[0];

/** While a start may last, a probe that fails is no fault. */
const startsUntil = ({ status, spec }: LiveContainer): number => {
  const started = Date.parse(textOf(at(status, 'state', 'running', 'startedAt'))) || 0;
  const figure = (field: string, otherwise: number): number => Number(at(spec, 'startupProbe', field) ?? otherwise);
  const allowed =
    at(status, 'started') === true || at(spec, 'startupProbe') === undefined
      ? 0
      : figure('periodSeconds', 10) * figure('failureThreshold', 3);
  return started + allowed * 1000;
};

const wordsOf = (probe: Json): string => {
  const http = at(probe, 'httpGet');
  if (http !== undefined) return `GET ${textOf(at(http, 'path'))} on port ${textOf(at(http, 'port'))}`;
  const grpc = at(probe, 'grpc');
  if (grpc !== undefined) return `gRPC health on port ${textOf(at(grpc, 'port'))}`;
  const tcp = at(probe, 'tcpSocket');
  if (tcp !== undefined) return `a connection to port ${textOf(at(tcp, 'port'))}`;
  return listOf(at(probe, 'exec', 'command'))
    .map(textOf)
    .join(' ');
};

/** Of those it calls, the ones without a ready pod: readiness may ask them. */
const dependsOn = ({ placed }: LiveContainer, { pods }: Snapshot, { made }: Setting, kind: string): string => {
  if (placed === undefined || kind !== 'Readiness') return '';
  const called = connectionsOf(made.chart.placed)
    .filter(({ from }) => from === placed.role)
    .map(({ to }) => to);
  const isReady = (role: string) =>
    pods.some(
      (pod) =>
        at(pod, 'metadata', 'labels', 'app.kubernetes.io/component') === role &&
        listOf(at(pod, 'status', 'conditions')).some((one) => at(one, 'type') === 'Ready' && at(one, 'status') === 'True'),
    );
  const away = [...new Set(called)].filter((role) => role !== placed.role && !isReady(role));
  return away.length === 0 ? '' : `; it calls ${away.join(' and ')}, which is not ready`;
};
