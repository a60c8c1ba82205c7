import { runsAs } from '../dockerfile/runs-as';
import { type CheckRule, spotIn } from '../rule';

export const finalStageRoot: CheckRule = {
  id: 'final-stage-root',
  class: 'defect',
  level: 'warning',
  promise: 'The last stage names a user other than root.',
  why: 'Who breaks out of the process has root’s rights in the container; a restricted cluster refuses it.',
  fix: 'USER with a number',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  problems: ({ final, file: { escapes } }) => {
    if (final === undefined) return [];
    const { uid, step } = runsAs(final, escapes) ?? {};
    return uid === 0 ? [{ spot: spotIn(step ?? final.from), found: 'the container runs as root' }] : [];
  },
};
