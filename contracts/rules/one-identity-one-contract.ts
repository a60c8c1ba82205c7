import { idOf, type PlainContract } from '../plain';
import { contentOf } from '../reading/content-of';
import type { AllSubject, Rule } from '../rule';

export const oneIdentityOneContract: Rule<AllSubject> = {
  id: 'one-identity-one-contract',
  promise: 'Containers of one name and document have one contract: a reference to one must not pass for a reference to another.',
  source: 'Waybill’s own',
  problems: ({ systems }) => {
    const first = new Map<string, { readonly at: string; readonly contract: PlainContract }>();
    return systems.flatMap(({ name, contracts }) =>
      Object.entries(contracts).flatMap(([role, contract]) => {
        const id = idOf(contract);
        const here = { at: `${name}.${role}`, contract };
        const known = first.get(id);
        if (known === undefined) first.set(id, here);
        return known === undefined || contentOf(known.contract) === contentOf(contract)
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
