import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

const REQUIRED: readonly string[] = ['required', 'required secret', 'at build'];

export const requiredVariablesAreGiven: Rule<SystemSubject> = {
  id: 'required-variables-are-given',
  promise: 'Every variable that a contract requires is given something.',
  source: 'Waybill’s own',
  problems: ({ at, system: { contracts, given } }) =>
    flatMap(Object.entries(contracts), ([role, { env = {} }]) =>
      Object.entries(env)
        .filter(([name, { need }]) => REQUIRED.includes(need) && entryOf(entryOf(given, role), name) === undefined)
        .map(([name, { need, description, example }]) => ({
          at: `${at}.given.${role}.${name}`,
          found: `${role} requires it (${description}) and is given nothing`,
          fix:
            need === 'required secret'
              ? 'give it a secret of the system, or a text that holds one'
              : `give it a value${example === undefined ? '' : `, like ${example}`}, or a reference`,
        })),
    ),
};
