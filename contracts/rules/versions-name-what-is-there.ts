import { didYouMean } from '../reading/did-you-mean';
import { flatMap } from '../reading/flat-map';
import type { AllSubject, Problem, Rule } from '../rule';

export const versionsNameWhatIsThere: Rule<AllSubject> = {
  id: 'versions-name-what-is-there',
  promise: 'versions.json names targets and images that there are: a mistyped one would leave an old version running.',
  source: 'Waybill’s own',
  problems: ({ systems, targets, versions }) => {
    const names = targets.map(({ name }) => name);
    const images = new Set(flatMap(systems, ({ containers }) => containers.map(({ image }) => image)));
    return flatMap(Object.entries(versions), ([target, entries]): readonly Problem[] => {
      const at = `versions.json.${target}`;
      if (!names.includes(target)) return [{ at, found: `there is no target ${target}`, fix: didYouMean(target, names, 'remove it') }];
      return Object.keys(entries)
        .filter((image) => !images.has(image))
        .map((image) => ({
          at: `${at}.${image}`,
          found: `no contract has the image ${image}`,
          fix: didYouMean(image, [...images], 'remove it'),
        }));
    });
  },
};
