import { isSource } from '../plain';
import { flatMap } from '../reading/flat-map';
import { givings, isSecretVariable, type PlainVariable, settled } from '../reading/given-to';
import { quote } from '../reading/quote';
import type { Rule, SystemSubject } from '../rule';

export const givenValuesAreAllowed: Rule<SystemSubject> = {
  id: 'given-values-are-allowed',
  promise: 'A value that is known before the pod runs is one that the contract allows: in its list, and long enough.',
  source: 'Waybill’s own',
  problems: ({ system }) =>
    flatMap(givings(system), ({ at, variable, value }) => {
      const known = settled(system, value);
      return isSource(known) || known === undefined ? [] : valueProblem(variable, known).map((problem) => ({ at, ...problem }));
    }),
};

/** Also for a target's own values. Secrets are never looked at: their text must not reach a message. */
export const valueProblem = (variable: PlainVariable, value: string): readonly { readonly found: string; readonly fix: string }[] => {
  if (isSecretVariable(variable)) return [];
  const { oneOf, minLength = 0 } = variable;
  if (oneOf !== undefined && !oneOf.includes(value)) {
    return [{ found: `${quote(value)} is not allowed`, fix: `give one of ${oneOf.join(', ')}` }];
  }
  return value.length < minLength
    ? [{ found: `${value.length} characters, where the contract wants ${minLength}`, fix: `give at least ${minLength} characters` }]
    : [];
};
