import type { ComposeExpectation } from './expectation';
import { runsOtherImage } from './other-image';
import type { ComposeService } from './read/compose-service';
import { isKnown, type Place } from './read/node';
import { parsePort } from './read/parse-port';
import { parseVolume } from './read/parse-volume';
import type { ComposeProblem, ComposeSubject } from './rule';

/** What of a clause's expectation does not hold. */
export const expectationProblems = (subject: ComposeSubject, expectation: ComposeExpectation): readonly ComposeProblem[] => {
  const { project, pairs, system } = subject;
  const { clause, role, services, volume, port, mount, after, until } = expectation;
  const top: Place = { file: project.path, line: 1, column: 1 };
  const missing = (at: Place, found: string, fix: string): ComposeProblem => ({ at, found, fix, class: 'not-declared', clauses: [clause] });
  if (role === undefined) {
    // Of one container alone the rest of the file says nothing.
    if (project.isOpen || system === undefined || system.wanted.length < system.containers.length) return [];
    // That a container has no service at all is told once, by another rule.
    const untold = subject.unpaired.map((one) => one.role);
    const absent = (services ?? []).filter((name) => !project.services.has(name) && !untold.includes(name));
    return [
      ...absent.map((name) => missing(top, `there is no service ${name}`, `add the service ${name}`)),
      ...(volume === undefined || project.volumes.has(volume)
        ? []
        : [missing(top, `there is no volume ${volume}`, `volumes: { ${volume}: }`)]),
    ];
  }
  const pair = pairs.find((one) => one.role === role);
  if (pair === undefined || !system?.wanted.includes(role) || pair.service.isOpen || runsOtherImage(pair)) return [];
  const { service } = pair;
  return [
    ...(port === undefined || publishes(service, port)
      ? []
      : [missing(service.ports[0]?.at ?? service.at, `${port} is not published`, `ports: ["${port}"]`)]),
    ...(mount === undefined || mounts(service, mount)
      ? []
      : [missing(service.volumes[0]?.at ?? service.at, `${mount} is not mounted`, `volumes: ["${mount}"]`)]),
    ...(after === undefined ? [] : waiting(subject, service, after, until, clause)),
  ];
};
const publishes = ({ ports }: ComposeService, wanted: string): boolean =>
  (parsePort(wanted) ?? []).every(({ target, published }) =>
    ports.some(
      (one) =>
        one.target === undefined ||
        (one.target === target && (one.published === published || (one.published !== undefined && !isKnown(one.published)))),
    ),
  );
const mounts = ({ volumes }: ComposeService, wanted: string): boolean => {
  const { source, target } = parseVolume(wanted) ?? {};
  return volumes.some(
    (one) =>
      one.target === undefined || (one.target === target && (one.source === source || (one.source !== undefined && !isKnown(one.source)))),
  );
};
const waiting = (
  { pairs }: ComposeSubject,
  service: ComposeService,
  after: string,
  until: string | undefined,
  clause: string,
): readonly ComposeProblem[] => {
  const name = pairs.find(({ role }) => role === after)?.service.name ?? after;
  const own = service.dependsOn.get(name);
  const fix = `depends_on: { ${name}: { condition: ${until ?? 'service_started'} } }`;
  if (own === undefined) return [{ at: service.at, found: `it does not wait for ${name}`, fix, class: 'not-declared', clauses: [clause] }];
  return until === undefined || own.condition === until || !isKnown(own.condition)
    ? []
    : [{ at: own.at, found: `it waits for ${name} with ${own.condition}; the clause says ${until}`, fix, clauses: [clause] }];
};
