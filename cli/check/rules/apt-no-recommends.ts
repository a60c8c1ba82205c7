import { allSteps, type CheckRule, finalSteps, spotIn } from '../rule';

export const aptNoRecommends: CheckRule = {
  id: 'apt-no-recommends',
  class: 'defect',
  level: 'warning',
  promise: 'apt-get installs what was asked for and no more, in what ships.',
  why: 'Recommended packages are more to download, to scan and to patch.',
  fix: '--no-install-recommends',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3015',
  problems: (subject) => {
    const isOff = allSteps(subject).some(({ instruction }) => /APT::Install-Recommends/.test(instruction.text));
    if (isOff) return [];
    return finalSteps(subject).flatMap((step) =>
      step.installs
        .filter(
          ({ manager, words }) =>
            manager === 'apt' && !words.some((word) => /no-install-recommends|Install-Recommends=(?:0|false)/.test(word)),
        )
        .slice(0, 1)
        .map(() => ({ spot: spotIn(step, 'install'), found: 'apt installs what its packages recommend as well' })),
    );
  },
};
