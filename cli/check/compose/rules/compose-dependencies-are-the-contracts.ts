import { roleOf, sourcesIn } from '../../../../contracts/plain';
import { settled } from '../../../../contracts/reading/given-to';
import type { ComposeService } from '../read/compose-service';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composeDependenciesAreTheContracts: ComposeRule = {
  id: 'compose-dependencies-are-the-contracts',
  class: 'not-declared',
  level: 'warning',
  promise: 'A service waits until the services that its contract calls are healthy.',
  why: 'Started is not ready: the first connection is refused, and a process that does not try again ends.',
  fix: 'depends_on: { SERVICE: { condition: service_healthy } }',
  source: 'https://docs.docker.com/compose/how-tos/startup-order/',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const problemsOf = (subject: ComposeSubject, { role, service }: Pair): readonly ComposeProblem[] => {
  const { project } = subject;
  const called = callsOf(subject, role).flatMap((other) => subject.pairs.find((pair) => pair.role === other) ?? []);
  const missing = called
    .filter((other) => !project.isOpen && !service.isOpen && !reaches(subject, service, other.service.name, new Set()))
    // Where the other waits for this one, nobody may wait for it.
    .filter((other) => !reaches(subject, other.service, service.name, new Set()) && !sharesProfile(service, other.service))
    .map(
      (other): ComposeProblem => ({
        at: service.at,
        found: `it does not wait for ${other.service.name}, which the contract says it calls`,
        fix: `depends_on: { ${other.service.name}: { condition: ${hasHealthcheck(other) ? 'service_healthy' : 'service_started'} } }`,
      }),
    );
  const early = [...service.dependsOn].flatMap(([name, { at, condition }]): readonly ComposeProblem[] => {
    const other = subject.pairs.find((pair) => pair.service.name === name);
    if (other === undefined || !isKnown(condition)) return [];
    if (condition === 'service_started' && hasHealthcheck(other) && callsOf(subject, role).includes(other.role))
      return [
        {
          at,
          found: `it waits until ${name} is started, not until it is healthy`,
          fix: `${name}: { condition: service_healthy }`,
          class: 'defect',
        },
      ];
    if (condition === 'service_healthy' && hasNoHealthcheck(other))
      return [
        {
          at,
          found: `${name} has no health check, so it is never healthy`,
          fix: `give ${name} a healthcheck, or wait for service_started`,
          class: 'defect',
          level: 'problem',
        },
      ];
    return [];
  });
  return [...missing, ...early];
};
const sharesProfile = (one: ComposeService, other: ComposeService): boolean =>
  other.profiles.length > 0 && !other.profiles.every((name) => one.profiles.includes(name));
const hasHealthcheck = ({ promised, service }: Pair): boolean =>
  service.healthcheck === undefined
    ? promised.contract.health.healthcheck !== undefined && promised.contract.image.kind === 'built'
    : !service.healthcheck.isDisabled;
const hasNoHealthcheck = ({ service }: Pair): boolean => service.healthcheck?.isDisabled === true;
const reaches = ({ project }: ComposeSubject, from: ComposeService, to: string, seen: Set<string>): boolean =>
  [...from.dependsOn.keys()].some((name) => {
    if (name === to) return true;
    const next = project.services.get(name);
    return next !== undefined && !seen.has(name) && reaches({ project } as ComposeSubject, next, to, seen.add(name));
  });
/** Roles whose address a container is given, or that it is said to talk to. */
export const callsOf = (subject: ComposeSubject, role: string): readonly string[] => {
  const { system } = subject.system ?? {};
  if (system === undefined) return [];
  const given = Object.values(system.given[role] ?? {}).flatMap((value) =>
    sourcesIn(settled(system, value) ?? '').flatMap((source) =>
      source.from === 'address' || source.from === 'host' ? [roleOf(system, source)] : [],
    ),
  );
  const talks = system.talks.flatMap(({ from, to }) => (from === role && to.from === 'port' ? [roleOf(system, to)] : []));
  return [...new Set([...given, ...talks])].filter((other): other is string => other !== undefined && other !== role);
};
