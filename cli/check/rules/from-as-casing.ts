import { type CheckRule, spotIn } from '../rule';

export const fromAsCasing: CheckRule = {
  id: 'from-as-casing',
  class: 'defect',
  level: 'warning',
  promise: 'FROM and AS are written alike.',
  why: 'BuildKit warns with every build, and warnings that are always there hide others.',
  fix: 'FROM … AS',
  source: 'https://docs.docker.com/reference/build-checks/from-as-casing/',
  problems: ({ stages: { stages } }) =>
    stages.flatMap(({ from }) => {
      const as = from.text.split(/\s+/)[1] ?? '';
      const differs =
        as.toLowerCase() === 'as' && (as === 'as') !== (from.written === 'from') && (as === 'AS') !== (from.written === 'FROM');
      return differs ? [{ spot: spotIn(from, ` ${as} `), found: `${from.written} … ${as}: two spellings in one line` }] : [];
    }),
};
