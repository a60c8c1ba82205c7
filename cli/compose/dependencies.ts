import type { PlacedSystem } from '../../contracts/placed';
import { type GivenValue, roleOf, sourcesIn } from '../../contracts/plain';
import { onceFor } from '../../contracts/reading/once-for';
import { checkOf } from './check-of';
import { containerOf, developmentOf } from './place-on-laptop';
import { serviceOfJob } from './service-names';

export type Condition = 'service_healthy' | 'service_started' | 'service_completed_successfully';
type Dependencies = ReadonlyMap<string, Condition>;

/** What must be there before a service starts, by the names of services. Nobody waits in a circle. */
export const dependenciesOf = (placed: PlacedSystem, role: string): Dependencies =>
  new Map([...base(placed, role), ...jobsBefore(placed, role).map((service) => [service, 'service_completed_successfully'] as const)]);

/** What a job waits for: what its container waits for, and what the system names. */
export const dependenciesOfJob = (placed: PlacedSystem, job: PlacedSystem['system']['jobs'][number]): Dependencies =>
  new Map([...base(placed, job.role), ...waitsFor(placed, job).map((role) => [role, ready(placed, role)] as const)]);

const base = (placed: PlacedSystem, role: string): readonly (readonly [string, Condition])[] => [
  ...[...(acyclic(placed).get(role) ?? [])].map((other) => [other, ready(placed, other)] as const),
  ...(developmentOf(placed, role).after ?? []).map((standIn) => [standIn, 'service_healthy'] as const),
];
const ready = (placed: PlacedSystem, role: string): Condition =>
  checkOf(placed, containerOf(placed, role)) === undefined ? 'service_started' : 'service_healthy';

const waitsFor = ({ system }: PlacedSystem, { after }: PlacedSystem['system']['jobs'][number]): readonly string[] =>
  after.flatMap((port) => roleOf(system, port) ?? []);
/** Jobs of each release that the container must find done, unless they wait for the container itself. */
const jobsBefore = (placed: PlacedSystem, role: string): readonly string[] =>
  placed.system.development.jobs === 'by hand'
    ? []
    : placed.system.jobs
        .filter((job) => job.role === role && job.oneOff !== undefined && job.when === 'each release')
        .filter((job) => !waitsFor(placed, job).some((other) => other === role || reaches(acyclic(placed), other, role)))
        .map((job) => serviceOfJob(placed, job));

type Graph = ReadonlyMap<string, ReadonlySet<string>>;
const reaches = (graph: Graph, from: string, to: string, seen = new Set<string>()): boolean =>
  [...(graph.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(graph, next, to, seen.add(next))));

/** Who calls whom. Of those that call each other in a circle nobody waits; a container beside another always does. */
const acyclic = onceFor((placed: PlacedSystem): Graph => {
  const { together } = placed.system;
  const isBeside = (role: string, other: string) => together.some(({ main, beside }) => main === other && beside.includes(role));
  const all: Graph = new Map(
    placed.containers.map(({ role }) => [
      role,
      new Set([...callsOf(placed, role), ...together.flatMap(({ main, beside }) => (beside.includes(role) ? [main] : []))]),
    ]),
  );
  return new Map(
    [...all].map(([role, others]) => [role, new Set([...others].filter((other) => isBeside(role, other) || !reaches(all, other, role)))]),
  );
});

const callsOf = (placed: PlacedSystem, role: string): readonly string[] => {
  const { system } = placed;
  const given = Object.values(containerOf(placed, role).given).flatMap(({ value }) => calledIn(placed, value));
  const talks = system.talks.flatMap(({ from, to }) => (from === role && to.from === 'port' ? [roleOf(system, to) ?? role] : []));
  return [...given, ...talks].filter((other) => other !== role);
};
const calledIn = (placed: PlacedSystem, value: GivenValue, seen = new Set<string>()): readonly string[] =>
  sourcesIn(value).flatMap((source): readonly string[] => {
    const role = roleOf(placed.system, source);
    if (role === undefined) return [];
    if (source.from === 'host' || source.from === 'address') return [role];
    const next = source.from === 'variable' ? containerOf(placed, role).given[source.variable] : undefined;
    if (source.from !== 'variable' || next === undefined || seen.has(`${role}.${source.variable}`)) return [];
    return calledIn(placed, next.value, seen.add(`${role}.${source.variable}`));
  });
