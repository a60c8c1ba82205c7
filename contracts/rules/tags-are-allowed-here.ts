import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { versionedImage } from '../reading/versioned-image';
import type { PlacedSubject, Problem, Rule } from '../rule';
import { tagProblem } from '../tags';

export const tagsAreAllowedHere: Rule<PlacedSubject> = {
  id: 'tags-are-allowed-here',
  promise: 'A tag in versions.json is of a form that the contract allows; a cluster runs releases only, and nothing runs latest.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#updating-images',
  problems: ({ system: { contracts }, target, versions }) => {
    const images = new Map(Object.values(contracts).map((contract) => [versionedImage(contract), contract.image]));
    return flatMap([...images], ([name, image]): readonly Problem[] => {
      const tag = entryOf(versions, name)?.tag;
      // Where versions.json says nothing, the contract's own version runs, which is a rule of the contract.
      if (image.kind === 'published' || tag === undefined) return [];
      const found = tagProblem(tag, image.tags, target.place);
      if (found === undefined) return [];
      const fix =
        target.place === 'cluster'
          ? `release it, and write the release’s tag, like ${image.tags.forms.version}`
          : `write a tag like ${Object.values(image.tags.forms).join(' or ')}`;
      return [{ at: `versions.json.${target.name}.${name}.tag`, found, fix }];
    });
  },
};
