import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Problem, Rule, SystemSubject } from '../rule';

export const givenVariablesAreKnown: Rule<SystemSubject> = {
  id: 'given-variables-are-known',
  promise: 'A system gives values to variables that the contract has, and to no other.',
  source: 'Waybill’s own',
  problems: ({ at, system: { contracts, given } }) =>
    flatMap(Object.entries(given), ([role, values]): readonly Problem[] => {
      const contract = entryOf(contracts, role);
      if (contract === undefined) {
        const fix = didYouMean(role, Object.keys(contracts), 'add it to containers, or remove it');
        return [{ at: `${at}.given.${role}`, found: `${at} has no ${role}`, fix }];
      }
      const known = Object.keys(contract.env ?? {});
      return Object.keys(values)
        .filter((name) => !known.includes(name))
        .map((name) => ({
          at: `${at}.given.${role}.${name}`,
          found: `${role} has no variable ${name}`,
          fix: didYouMean(name, known, `add it to the env of ${role}’s contract, or remove it`),
        }));
    }),
};
