import { sourcesIn } from '../plain';
import { contentOf } from '../reading/content-of';
import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

export const secretsAreUsed: Rule<SystemSubject> = {
  id: 'secrets-are-used',
  promise: 'A declared secret is given to some variable: one that nobody reads would still be asked for.',
  source: 'Waybill’s own',
  problems: ({ at, system: { secrets, given, values } }) => {
    const sources = flatMap(Object.values(given), (variables) => flatMap(Object.values(variables), sourcesIn));
    const used = new Set(flatMap(sources, (source) => (source.from === 'secret' ? [source.secret] : [])));
    const idle = Object.entries(values).filter(([, value]) => !sources.some((source) => contentOf(source) === contentOf(value)));
    return Object.keys(secrets)
      .filter((name) => !used.has(name))
      .map((name) => {
        const [composed] = idle.find(([, value]) => sourcesIn(value).some((one) => one.from === 'secret' && one.secret === name)) ?? [];
        return {
          at: `${at}.secrets.${name}`,
          found: composed === undefined ? 'no variable is given it' : `only values.${composed} holds it, and no variable is given that`,
          fix: 'give it to the variable that needs it, or remove it',
        };
      });
  },
};
