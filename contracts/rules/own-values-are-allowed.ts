import { type GivenValue, isSource } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { isSecretVariable, type PlainVariable, variableOf } from '../reading/given-to';
import type { PlacedSubject, Problem, Rule } from '../rule';
import { unprintable, unprintableProblem } from './given-texts-are-printable';
import { valueProblem } from './given-values-are-allowed';

export const ownValuesAreAllowed: Rule<PlacedSubject> = {
  id: 'own-values-are-allowed',
  promise: 'A target’s own values are literals that the contract allows; they replace no secret and no fact of the pod’s own.',
  source: 'Waybill’s own',
  problems: ({ at, system, settings }) =>
    flatMap(Object.entries(settings.given ?? {}), ([role, values]) =>
      flatMap(Object.entries(values ?? {}), ([name, value]): readonly Problem[] => {
        const variable = variableOf(system, role, name);
        const place = `${at}.given.${role}.${name}`;
        return variable === undefined || value === undefined || variable.need === 'set by image'
          ? []
          : wrongWith(variable, value, entryOf(entryOf(system.given, role), name)).map((problem) => ({ at: place, ...problem }));
      }),
    ),
};
// What stands here is never part of a message for a secret: it may be the secret itself.
const wrongWith = (variable: PlainVariable, value: unknown, bySystem: GivenValue | undefined): readonly Omit<Problem, 'at'>[] => {
  if (isSecretVariable(variable)) {
    return [{ found: 'a secret is written out', fix: 'remove it: secrets stay with the system; what stood here is known now: change it' }];
  }
  if (typeof value !== 'string')
    return [{ found: 'a target gives texts only', fix: 'write the text out, or give the reference in the system' }];
  if (isSource(bySystem) && bySystem.from === 'own') {
    return [{ found: `the system gives it own.${bySystem.fact}, which no text can replace`, fix: 'remove it' }];
  }
  const character = unprintable(value);
  return [...valueProblem(variable, value), ...(character === undefined ? [] : [unprintableProblem(character)])];
};
