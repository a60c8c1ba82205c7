import { idOf, type PlainContract } from '../plain';
import { contentOf } from '../reading/content-of';
import { versionedImage } from '../reading/versioned-image';
import type { AllSubject, Rule } from '../rule';

export const imageNameCollision: Rule<AllSubject> = {
  id: 'image-name-collision',
  promise: 'One image name is one image: no two systems publish different ones under it, and none hides a published one.',
  source: 'Waybill’s own',
  problems: ({ systems }) => {
    const first = new Map<string, Known>();
    return systems.flatMap(({ name, contracts }) =>
      Object.entries(contracts).flatMap(([role, contract]) => {
        const image = versionedImage(contract);
        const here: Known = { at: `${name}.${role}`, system: name, contract };
        const known = first.get(image);
        if (known === undefined) first.set(image, here);
        return known === undefined || areOne(known, here)
          ? []
          : [
              {
                at: `${here.at}.image.${contract.image.kind === 'built' ? 'repository' : 'reference'}`,
                found: `${known.at} has another image of the name ${image}: one would overwrite the other`,
                fix: `name it after its system: ${name}-${image.split('/').at(-1)}`,
              },
            ];
      }),
    );
  },
};
interface Known {
  readonly at: string;
  readonly system: string;
  readonly contract: PlainContract;
}
const areOne = (a: Known, b: Known): boolean => {
  const [one, two] = [a.contract, b.contract];
  if (one.image.kind === 'published' || two.image.kind === 'published') return one.image.kind === two.image.kind;
  // Two teams may describe different programs in the same words, one team one image that runs in two ways. One identity with two
  // contracts has a rule of its own.
  return a.system === b.system
    ? contentOf(one.image) === contentOf(two.image)
    : idOf(one) === idOf(two) || contentOf(one) === contentOf(two);
};
