import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const defaultsAreAllowed: Rule<ContractSubject> = {
  id: 'defaults-are-allowed',
  promise: 'Where a variable lists its values, there is at least one, and its default and example are among them.',
  source: 'Waybill’s own',
  problems: ({ at, contract: { env = {} } }) =>
    flatMap(Object.entries(env), ([name, variable]) => {
      const { oneOf, need } = variable;
      const place = `${at}.env.${name}`;
      if (oneOf === undefined) return [];
      if (oneOf.length === 0) return [{ at: `${place}.oneOf`, found: 'no value is allowed', fix: 'list the values, or leave it out' }];
      return flatMap(['default', 'example'] as const, (key) => {
        const value = variable[key];
        if (value === undefined || oneOf.includes(value)) return [];
        const shown = need.endsWith('secret') ? 'it' : quote(value);
        return [{ at: `${place}.${key}`, found: `${shown} is not allowed`, fix: `write ${oneOf.join(' or ')}, or allow it in oneOf` }];
      });
    }),
};
