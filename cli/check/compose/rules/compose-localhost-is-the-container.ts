import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composeLocalhostIsTheContainer: ComposeRule = {
  id: 'compose-localhost-is-the-container',
  class: 'defect',
  level: 'warning',
  promise: 'An address that a container calls by itself is not localhost, unless it calls itself.',
  why: 'Inside a container localhost is the container: a readiness that asks another service there fails for ever, and what waits for it never starts.',
  fix: 'ask the service by its name from inside, or do not wait for what asks localhost',
  source: 'https://docs.docker.com/compose/how-tos/networking/',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const LOCAL = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::(\d+))?(?:\/|$)/;
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] => {
  const { system } = subject.system ?? {};
  if (system === undefined) return [];
  const called = system.talks.flatMap(({ from, to }) => (from === role && to.from === 'public URL' ? [to.of[0]] : []));
  const own = Object.values(promised.contract.ports ?? {}).map(({ number }) => number);
  return Object.entries(system.given[role] ?? {}).flatMap(([name, value]): readonly ComposeProblem[] => {
    if (typeof value === 'string' || value.from !== 'public URL' || !called.includes(value.of[0])) return [];
    const said = [service.build?.args.get(name), service.environment.get(name)];
    return said.flatMap((one): readonly ComposeProblem[] => {
      const [all, port = '80'] = LOCAL.exec(one?.value ?? '') ?? [];
      return one === undefined || all === undefined || !isKnown(one.value ?? '') || own.includes(Number(port))
        ? []
        : [{ at: one.at, found: `${name} is an address on localhost, and the container itself calls it` }];
    });
  });
};
