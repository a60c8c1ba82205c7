import { usesIn } from '../dockerfile/expand';
import { PLATFORM_ARGUMENTS } from '../dockerfile/read-stages';
import { type CheckRule, spotIn } from '../rule';

export const fromArgUndeclared: CheckRule = {
  id: 'from-arg-undeclared',
  class: 'defect',
  level: 'problem',
  promise: 'An argument used in FROM is declared before the first FROM.',
  why: 'It is empty: the reference is invalid, or names another image.',
  fix: 'declare it before the first FROM',
  source: 'https://docs.docker.com/reference/dockerfile/#understand-how-arg-and-from-interact',
  problems: ({ stages: { stages, globals } }) =>
    stages.flatMap(({ from, base }) =>
      usesIn(base, '\\')
        .filter(({ name, operator }) => !globals.has(name) && !PLATFORM_ARGUMENTS.includes(name) && operator === undefined)
        .map(({ name }) => ({
          spot: spotIn(from, base),
          found: `$${name} is empty in FROM: no ARG before the first FROM declares it`,
          fix: `ARG ${name}=… before the first FROM`,
        })),
    ),
};
