import { flatMap } from '../reading/flat-map';
import { type Member, memberOf } from '../reading/in-short';
import type { AllSubject, Rule } from '../rule';

export const oneIdentityOneContract: Rule<AllSubject> = {
  id: 'one-identity-one-contract',
  promise: 'Containers of one name and document have one contract: a reference to one must not pass for a reference to another.',
  source: 'Waybill’s own',
  problems: ({ systems }) => {
    const first = new Map<string, Member>();
    return flatMap(systems, (system) =>
      flatMap(system.containers, (container) => {
        const { id } = container;
        const here = memberOf(system, container);
        const known = first.get(id);
        if (known === undefined) first.set(id, here);
        return known === undefined || known.content().contract === here.content().contract
          ? []
          : [
              {
                at: here.at,
                found: `${known.at} is ${id} as well, with another contract`,
                fix: 'give one of them another name or document',
              },
            ];
      }),
    );
  },
};
