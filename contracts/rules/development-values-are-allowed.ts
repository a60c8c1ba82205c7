import { isSource, type PlainSystem } from '../plain';
import { flatMap } from '../reading/flat-map';
import { givings, settled, variableOf } from '../reading/given-to';
import type { Problem, Rule, SystemSubject } from '../rule';
import { unprintable, unprintableProblem } from './given-texts-are-printable';
import { valueProblem } from './given-values-are-allowed';

export const developmentValuesAreAllowed: Rule<SystemSubject> = {
  id: 'development-values-are-allowed',
  promise: 'A value for a laptop is one that the contract allows, also of a secret: long enough, and without control characters.',
  source: 'Waybill’s own',
  problems: ({ at: place, system }) => {
    const at = `${place}.development`;
    const texts = flatMap(Object.entries(system.development.containers), ([role, own]) =>
      flatMap(['given', 'arguments', 'besides'] as const, (table) =>
        flatMap(Object.entries(own?.[table] ?? {}), ([name, value]) =>
          value === undefined ? [] : [{ at: `${at}.containers.${role}.${table}.${name}`, role, table, name, value }],
        ),
      ),
    );
    return [
      ...flatMap(texts, ({ at: here, role, table, name, value }): readonly Problem[] => {
        const variable = table === 'given' ? variableOf(system, role, name) : undefined;
        return [
          ...withoutControl(here, value),
          ...(variable === undefined ? [] : valueProblem(variable, value)).map((one) => ({ at: here, ...one })),
        ];
      }),
      ...flatMap(Object.entries(system.development.secrets), ([name, value]) =>
        value === undefined
          ? []
          : [...withoutControl(`${at}.secrets.${name}`, value), ...tooShort(`${at}.secrets.${name}`, value, leastOf(system, name))],
      ),
    ];
  },
};
const withoutControl = (at: string, value: string): readonly Problem[] => {
  const character = unprintable(value);
  return character === undefined ? [] : [{ at, ...unprintableProblem(character) }];
};
/** Its text is no part of the message: the same words serve values that are secret. */
const tooShort = (at: string, value: string, least: number): readonly Problem[] =>
  value.length < least
    ? [{ at, found: `${value.length} characters, where the contract wants ${least}`, fix: `give at least ${least} characters` }]
    : [];
const leastOf = (system: PlainSystem, secret: string): number =>
  Math.max(
    1,
    ...givings(system).map(({ variable: { minLength = 0 }, value }) => {
      const given = settled(system, value);
      return isSource(given) && given.from === 'secret' && given.secret === secret ? minLength : 0;
    }),
  );
