import type { CheckRule } from '../rule';

export const dockerignoreCanBeRead: CheckRule = {
  id: 'dockerignore-can-be-read',
  class: 'defect',
  level: 'problem',
  promise: 'Every line of .dockerignore is a pattern that Docker reads.',
  why: 'Docker refuses the whole build.',
  fix: 'mend the line',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  problems: ({ ignore }) =>
    ignore === undefined || ignore === 'unknown'
      ? []
      : ignore.problems.map(({ line, found, fix }) => ({ spot: { line, column: 1 }, file: 'dockerignore' as const, found, fix })),
};
