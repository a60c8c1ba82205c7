import { isSource, type PlainSystem } from '../plain';
import { flatMap } from '../reading/flat-map';
import { type Giving, givings, isSecretVariable } from '../reading/given-to';
import { isSecret } from '../reading/is-secret';
import type { Rule, SystemSubject } from '../rule';

export const secretsStaySecret: Rule<SystemSubject> = {
  id: 'secrets-stay-secret',
  promise: 'A secret variable is given a secret and never a literal; no other variable is given anything secret.',
  source: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  problems: ({ system }) =>
    flatMap(givings(system), (giving) => {
      const found = wrongWith(system, giving);
      return found === undefined || giving.variable.need === 'set by image' ? [] : [{ at: giving.at, ...found }];
    }),
};

const A_SECRET = 'give it a secret of the system: generated(…) for its own, fromOwner(…) for a third party’s';
// What was given is never part of a message: it may be the secret itself.
const wrongWith = (system: PlainSystem, { variable, value }: Giving) => {
  const secret = isSecret(system, value);
  if (isSecretVariable(variable)) {
    if (!isSource(value)) return { found: 'a secret is written out', fix: `${A_SECRET}; what stood here is known now: change it` };
    if (!secret) return { found: 'a secret variable is given a value that everyone may read', fix: A_SECRET };
  } else if (secret) {
    return {
      found: 'something secret is given to a variable that is not, so it would stand in a manifest',
      fix: 'make it requiredSecret(…) or optionalSecret(…) in the contract, or give it something else',
    };
  }
  return isSource(value) && (value.secrecy === 'secret') !== secret
    ? { found: `the reference says it is ${value.secrecy}, and it is not`, fix: 'refer to the very container that is in the system' }
    : undefined;
};
