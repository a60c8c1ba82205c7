import { flatMap } from '../reading/flat-map';
import type { ContractSubject, Rule } from '../rule';

export const secretsHaveNoDefault: Rule<ContractSubject> = {
  id: 'secrets-have-no-default',
  promise: 'A secret variable has no default, is no build argument, and is kept apart from configuration.',
  source: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  problems: ({ at, contract: { env = {} } }) =>
    flatMap(
      Object.entries(env).filter(([, { need }]) => need.endsWith('secret')),
      ([name, variable]) =>
        // Never the value: it may be the secret itself.
        REFUSED.filter(({ field }) => variable[field] !== undefined).map(({ field, found, fix }) => ({
          at: `${at}.env.${name}.${field}`,
          found,
          fix,
        })),
    ),
};
const REFUSED = [
  { field: 'default', found: 'a secret that everyone can read here', fix: 'leave it out; whoever used it as a real one changes it' },
  { field: 'alsoAtBuild', found: 'a build argument stays readable in the image', fix: 'leave it out: give it at run time alone' },
  { field: 'source', found: 'configuration is readable by everyone', fix: 'leave it out: a secret has a place of its own' },
] as const;
