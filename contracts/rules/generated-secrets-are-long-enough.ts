import { isSource, type PlainSystem } from '../plain';
import { flatMap } from '../reading/flat-map';
import { givings, settled } from '../reading/given-to';
import type { Rule, SystemSubject } from '../rule';

/** Of letters and digits: 95 bits. */
const LEAST = 16;
const MOST = 1024;

export const generatedSecretsAreLongEnough: Rule<SystemSubject> = {
  id: 'generated-secrets-are-long-enough',
  promise: `A generated secret has ${LEAST} to ${MOST} characters, and as many as every variable demands that it is given to.`,
  source: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  problems: ({ at, system }) =>
    flatMap(Object.entries(system.secrets), ([name, secret]) => {
      if (secret.origin !== 'generated') return [];
      const { length } = secret;
      const place = { at: `${at}.secrets.${name}.length` };
      const [least, why] = demandOf(system, name);
      if (!Number.isInteger(length) || length > MOST) {
        return [{ ...place, found: `${length} is no length that can be made`, fix: `write a whole number from ${least} to ${MOST}` }];
      }
      return length < least ? [{ ...place, found: `${length} characters, where ${why} ${least}`, fix: `write ${least} or more` }] : [];
    }),
};

/** The longest that is demanded, and who demands it. */
const demandOf = (system: PlainSystem, name: string): readonly [number, string] =>
  givings(system).reduce<readonly [number, string]>(
    (demand, { role, name: variable, variable: { minLength = 0 }, value }) => {
      const given = settled(system, value);
      const isThis = isSource(given) && given.from === 'secret' && given.secret === name;
      return isThis && minLength > demand[0] ? [minLength, `${role}.${variable} demands`] : demand;
    },
    [LEAST, 'what nobody can guess has at least'],
  );
