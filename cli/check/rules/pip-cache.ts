import { type CheckRule, finalSteps, spotIn } from '../rule';

export const pipCache: CheckRule = {
  id: 'pip-cache',
  class: 'defect',
  level: 'warning',
  promise: 'pip keeps no cache, in what ships.',
  why: 'Every wheel is in the image twice.',
  fix: '--no-cache-dir',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3042',
  problems: (subject) =>
    finalSteps(subject).flatMap((step) => {
      const isOff =
        step.variables.has('PIP_NO_CACHE_DIR') ||
        step.instruction.flags.some(({ name }) => name === 'mount') ||
        /pip[^\n]*cache purge|rm -rf?[^&;]*\.cache|PIP_NO_CACHE_DIR/.test(step.instruction.text);
      return isOff
        ? []
        : step.installs
            .filter(
              ({ manager, words }) =>
                manager === 'pip' && !words.includes('--no-cache-dir') && !words.includes('--no-cache') && !words.includes('uninstall'),
            )
            .slice(0, 1)
            .map(() => ({ spot: spotIn(step, 'pip'), found: 'pip keeps what it downloads in this layer' }));
    }),
};
