import { tagForm, tagProblem } from '../../../../contracts/tags';
import { imageName } from '../../dockerfile/image-name';
import { isImageOf, repositoryOf, repositoryOfContract } from '../pair-services';
import { contradiction } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, Pair } from '../rule';
import { shown, shownText } from '../shown';
import { wantedPairs } from '../wanted-pairs';

export const composeImagesAreTheContracts: ComposeRule = {
  id: 'compose-images-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'A service runs the image of its contract, under a tag that the contract allows.',
  why: 'What is tried on the laptop is not what the manifests run, or nobody can tell afterwards which one it was.',
  fix: 'name the image of the contract',
  source: 'the contract',
  problems: (subject) => wantedPairs(subject).flatMap(problemsOf),
};
const problemsOf = ({ promised, service: { image, build } }: Pair): readonly ComposeProblem[] => {
  if (image === undefined || repositoryOf(image.text) === undefined) return [];
  const own = promised.contract.image;
  const place = own.kind === 'built' ? 'image.repository' : 'image.reference';
  if (!isImageOf(promised, image.text)) {
    const wanted = own.kind === 'built' ? repositoryOfContract(promised) : own.reference;
    return [contradiction(promised, place, image.at, `the image is ${shown(image)}; the contract says ${wanted}`, `image: ${wanted}`)];
  }
  const { tag, digest } = imageName(image.text);
  if (tag !== undefined && !isKnown(tag)) return [];
  if (own.kind === 'published') {
    const wanted = imageName(own.reference).tag;
    return tag === wanted || (tag === undefined && digest !== undefined)
      ? []
      : [
          contradiction(
            promised,
            place,
            image.at,
            `the image is ${shown(image)}; the contract says ${own.reference}`,
            `image: ${own.reference}`,
          ),
        ];
  }
  if (tag === undefined && digest !== undefined) return [];
  if (tag === undefined || tag === 'latest')
    return own.tags.latest === 'laptop'
      ? []
      : [
          contradiction(
            promised,
            'image.tags.latest',
            image.at,
            `${shown(image)} ${tag === undefined ? 'has no tag, which means latest' : 'is called latest'}, and the contract never allows it`,
            `name a version, as ${own.version}`,
          ),
        ];
  if (tagForm(tag, own.tags) !== undefined) return [];
  const problem = image.isMade
    ? 'the tag is none that the contract allows'
    : (tagProblem(tag, own.tags, 'laptop') ?? 'the tag is none of the contract');
  return [
    {
      ...contradiction(promised, 'image.tags.forms', image.at, shownText(problem), `name a version, as ${own.version}`),
      // What is built here is called so here alone.
      ...(build === undefined ? {} : { level: 'warning' as const }),
    },
  ];
};
