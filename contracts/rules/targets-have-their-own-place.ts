import { flatMap } from '../reading/flat-map';
import type { AllSubject, Problem, Rule } from '../rule';

export const targetsHaveTheirOwnPlace: Rule<AllSubject> = {
  id: 'targets-have-their-own-place',
  promise: 'No two targets share a name or a folder: one’s manifests would overwrite the other’s.',
  source: 'Waybill’s own',
  problems: ({ targets }) =>
    flatMap(targets, (target, index): readonly Problem[] => {
      const earlier = targets.slice(0, index);
      if (earlier.some(({ name }) => name === target.name)) {
        return [{ at: `${target.name}.name`, found: `two targets are called ${target.name}`, fix: 'call one of them something else' }];
      }
      // macOS and Windows do not tell upper case from lower case.
      const twin = earlier.find(({ folder }) => folder.toLowerCase() === target.folder.toLowerCase());
      const found = `${twin?.name} writes to ${target.folder === '' ? 'the output folder itself' : target.folder} as well`;
      return twin === undefined ? [] : [{ at: `${target.name}.folder`, found, fix: `write a folder of its own: ${target.name}` }];
    }),
};
