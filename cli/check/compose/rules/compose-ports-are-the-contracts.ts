import { contradiction } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composePortsAreTheContracts: ComposeRule = {
  id: 'compose-ports-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'What is published is a port that the container listens on, and what the contract opens to people is published.',
  why: 'A mapping to a port where nothing listens refuses every connection, and the container looks healthy all the while.',
  fix: 'publish the port of the contract',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] => {
  const ports = Object.entries(promised.contract.ports ?? {});
  const { examples, system } = subject.system ?? {};
  // What is still the owner's example contradicts nothing.
  if (ports.length === 0 || service.isOpen || system === undefined || service.networkMode !== undefined) return [];
  if (ports.some(([name]) => examples?.has(`${promised.at}.ports.${name}.number`))) return [];
  const numbers = ports.map(([, { number }]) => number);
  const isUnknown = service.ports.some(({ target, protocol }) => target === undefined || !isKnown(protocol));
  const isPublished = (number: number, kind: string) =>
    service.ports.some(({ target, protocol }) => target === number && protocol.toLowerCase() === kind.toLowerCase());
  const some = ports.some(([, { number, protocol }]) => isPublished(number, protocol));
  const wrong = service.ports.flatMap(({ at, target, protocol }): readonly ComposeProblem[] => {
    if (target === undefined || !isKnown(protocol)) return [];
    const own = ports.find(([, { number }]) => number === target);
    if (own !== undefined)
      return own[1].protocol.toLowerCase() === protocol.toLowerCase()
        ? []
        : [
            contradiction(
              promised,
              `ports.${own[0]}.protocol`,
              at,
              `port ${target} is published for ${protocol}; the contract says ${own[1].protocol}`,
              `${target}/${own[1].protocol.toLowerCase()}`,
            ),
          ];
    const [first] = ports;
    return [
      {
        ...contradiction(
          promised,
          `ports.${first?.[0]}.number`,
          at,
          `port ${target} of the container is published; the contract has ${numbers.join(', ')}`,
          `publish ${numbers.join(', ')}`,
        ),
        // A debugger's port beside the contract's own does no harm.
        ...(some || isUnknown ? { level: 'warning' as const } : {}),
      },
    ];
  });
  if (isUnknown) return wrong;
  const open = [
    ...(system.development.containers[role]?.publishes ?? []).map((port) => ({ port, place: `development.containers.${role}.publishes` })),
    ...Object.entries(system.exposes).flatMap(([url, exposed]) =>
      system.contracts[role]?.name !== undefined && exposed.of[0] === `${promised.contract.name} (${promised.contract.document})`
        ? [{ port: exposed.port, place: `exposes.${url}` }]
        : [],
    ),
  ];
  const missing = open.flatMap(({ port }): readonly ComposeProblem[] => {
    const own = promised.contract.ports?.[port];
    return own === undefined || isPublished(own.number, own.protocol) || wrong.some(({ level }) => level !== 'warning')
      ? []
      : [
          {
            ...contradiction(
              promised,
              `ports.${port}.number`,
              service.at,
              `port ${own.number} is not published, and people reach the container there`,
              `ports: ["${own.number}:${own.number}"]`,
            ),
            class: 'not-declared',
            level: 'warning',
          },
        ];
  });
  return [...wrong, ...missing];
};
