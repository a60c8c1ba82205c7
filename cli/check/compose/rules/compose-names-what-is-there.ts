import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject } from '../rule';
import { shownText } from '../shown';

export const composeNamesWhatIsThere: ComposeRule = {
  id: 'compose-names-what-is-there',
  class: 'defect',
  level: 'problem',
  promise:
    'A service waits for services that are there and not in a circle, mounts volumes that are declared, and has an image or a build.',
  why: 'docker compose refuses the whole file.',
  fix: 'declare what is named, or name what is declared',
  source: 'https://github.com/compose-spec/compose-spec/blob/main/spec.md',
  problems: (subject) => [...named(subject), ...circles(subject)],
};
const named = ({ project: { services, volumes, isOpen } }: ComposeSubject): readonly ComposeProblem[] =>
  isOpen
    ? []
    : [...services.values()].flatMap((service): readonly ComposeProblem[] => {
        if (service.isOpen) return [];
        const absent = [...service.dependsOn].filter(([name, { isRequired }]) => isRequired && isKnown(name) && !services.has(name));
        const undeclared = service.volumes.filter(
          ({ type, source }) => type === 'volume' && source !== undefined && source !== '' && isKnown(source) && !volumes.has(source),
        );
        const hasNothing = service.image === undefined && service.build === undefined && !service.isProvided;
        return [
          ...absent.map(([name, { at }]) => ({
            at,
            found: `there is no service ${shownText(name)} to wait for`,
            fix: 'name a service of the file, or give the file that has it as well',
          })),
          ...undeclared.map(({ at, source = '' }) => ({
            at,
            found: `the volume ${shownText(source)} is not declared`,
            fix: `volumes: { ${shownText(source)}: } at the end of the file, or ./${shownText(source)} for a folder`,
          })),
          ...(hasNothing
            ? [
                {
                  at: service.at,
                  found: `${shownText(service.name)} has neither an image nor a build`,
                  fix: 'give it one, or give the file that does as well',
                },
              ]
            : []),
        ];
      });
/** Each circle is told once, at the first of it in the file. */
const circles = ({ project: { services } }: ComposeSubject): readonly ComposeProblem[] => {
  const told = new Set<string>();
  return [...services.values()].flatMap((service): readonly ComposeProblem[] => {
    if (told.has(service.name)) return [];
    const way = wayBack(services, service.name);
    // Who starts only under a profile may not be there when the others start.
    if (way === undefined || way.some((name) => (services.get(name)?.profiles.length ?? 0) > 0)) return [];
    for (const name of way) told.add(name);
    return [
      {
        at: service.dependsOn.get(way[1] ?? service.name)?.at ?? service.at,
        found: `${[...way, service.name].map(shownText).join(' waits for ')}`,
        fix: 'let one of them not wait',
      },
    ];
  });
};
const wayBack = (services: ComposeSubject['project']['services'], start: string): readonly string[] | undefined => {
  const from = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const next of services.get(name)?.dependsOn.keys() ?? []) {
      if (next === start) {
        const way: string[] = [];
        for (let at: string | undefined = name; at !== undefined; at = from.get(at)) way.unshift(at);
        return way;
      }
      if (!from.has(next)) {
        from.set(next, name);
        queue.push(next);
      }
    }
  }
  return undefined;
};
