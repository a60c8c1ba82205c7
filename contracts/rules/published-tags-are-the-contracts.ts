import { splitReference } from '../place';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const publishedTagsAreTheContracts: Rule<PlacedSubject> = {
  id: 'published-tags-are-the-contracts',
  promise: 'The tag of a published image is its contract’s; versions.json may repeat it and add a digest, not change it.',
  source: 'Waybill’s own',
  problems: ({ system: { contracts }, target, versions }) =>
    flatMap(Object.entries(contracts), ([role, { image }]): readonly Problem[] => {
      if (image.kind !== 'published') return [];
      const { repository, tag } = splitReference(image.reference);
      const given = entryOf(versions, repository)?.tag;
      return given === undefined || given === tag
        ? []
        : [
            {
              at: `versions.json.${target.name}.${repository}.tag`,
              found: `${quote(given)}, where the contract of ${role} has ${image.reference}`,
              fix: `write ${tag}, or change the contract`,
            },
          ];
    }),
};
