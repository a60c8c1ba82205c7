import { flatMap } from '../reading/flat-map';
import { type Member, memberOf } from '../reading/in-short';
import type { AllSubject, Rule } from '../rule';

export const imageNameCollision: Rule<AllSubject> = {
  id: 'image-name-collision',
  promise: 'One image name is one image: no two systems publish different ones under it, and none hides a published one.',
  source: 'Waybill’s own',
  problems: ({ systems }) => {
    const first = new Map<string, Member>();
    return flatMap(systems, (system) =>
      flatMap(system.containers, (container) => {
        const { image } = container;
        const here = memberOf(system, container);
        const known = first.get(image);
        if (known === undefined) first.set(image, here);
        return known === undefined || areOne(known, here)
          ? []
          : [
              {
                at: `${here.at}.image.${here.kind === 'built' ? 'repository' : 'reference'}`,
                found: `${known.at} has another image of the name ${image}: one would overwrite the other`,
                fix: `name it after its system: ${system.name}-${image.split('/').at(-1)}`,
              },
            ];
      }),
    );
  },
};
const areOne = (one: Member, two: Member): boolean => {
  if (one.kind === 'published' || two.kind === 'published') return one.kind === two.kind;
  // Two teams may describe different programs in the same words, one team one image that runs in two ways. One identity with two
  // contracts has a rule of its own.
  return one.system === two.system
    ? one.content().image === two.content().image
    : one.id === two.id || one.content().contract === two.content().contract;
};
