import { isSecretVariable } from '../../../../contracts/reading/given-to';
import { demandOf } from '../../clauses-of-place';
import { isValue, type LocalValue, localValue, valueText } from '../local-value';
import { contradiction } from '../problem-at';
import type { ToldVariable } from '../read/compose-service';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { shownText } from '../shown';
import { comparedPairs } from '../wanted-pairs';

export const composeValuesAreTheContracts: ComposeRule = {
  id: 'compose-values-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'The value of a variable is one that the contract allows, and where the contract gives it, that one.',
  why: 'The process refuses the value, listens or calls elsewhere, or signs with a key that is too short.',
  fix: 'give the value of the contract',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] =>
  Object.entries(promised.contract.env ?? {}).flatMap(([name, variable]): readonly ComposeProblem[] => {
    const said = service.environment.get(name);
    if (said === undefined) return [];
    const place = `env.${name}`;
    const { at, value } = said;
    if (variable.need === 'at build')
      return [
        {
          ...contradiction(
            promised,
            place,
            at,
            `${name} is baked in while the image is built; here it changes nothing`,
            'give it under build.args',
          ),
          level: 'warning',
        },
      ];
    if (!isKnown(value)) return [];
    const isSecret = isSecretVariable(variable);
    const shownValue = isSecret || said.isMade ? 'another value' : shownText(value);
    if (variable.need === 'set by image')
      return value === variable.default || variable.default === undefined || variable.default.includes('$')
        ? []
        : [
            {
              ...contradiction(
                promised,
                `${place}.default`,
                at,
                `${name} is ${shownValue}; the image sets ${variable.default}`,
                'leave it to the image',
              ),
              level: 'warning',
            },
          ];
    if (variable.oneOf !== undefined && !variable.oneOf.includes(value))
      return [
        contradiction(
          promised,
          `${place}.oneOf`,
          at,
          `${name} is ${shownValue}; the contract allows ${variable.oneOf.join(', ')}`,
          `${name}: ${variable.oneOf[0]}`,
        ),
      ];
    if (variable.minLength !== undefined && value.length < variable.minLength)
      return [
        contradiction(
          promised,
          `${place}.minLength`,
          at,
          `${name} has ${value.length} characters, and the contract wants ${variable.minLength} or more`,
          'give a longer one',
        ),
      ];
    if (value === '' && (variable.need === 'required' || variable.need === 'required secret'))
      return [contradiction(promised, place, at, `${name} is empty, and the contract requires it`, 'give it a value')];
    const local = localValue(subject, role, name);
    return local === undefined || isValue(value, local) ? [] : differing(subject, name, said, shownValue, local);
  });
const differing = (
  subject: ComposeSubject,
  name: string,
  { at }: ToldVariable,
  shownValue: string,
  local: LocalValue,
): readonly ComposeProblem[] => {
  const whole = subject.system?.whole;
  if (whole === undefined) return [];
  const { ids, isDemanded } = demandOf(whole, local.place);
  // A text for every place may be another on a laptop, unless a clause about compose says which.
  if (local.isLiteral && !local.isForLaptop && (!isDemanded || ids.length === 0)) return [];
  const isHidden = local.pieces.every((piece) => piece !== 'any' && piece.isSecret);
  return [
    {
      at,
      found: isHidden
        ? `${name} is not what the contract gives it on a laptop`
        : `${name} is ${shownValue}; the contract gives it ${valueText(local)}`,
      fix: isHidden ? 'give the value of the contract' : `${name}: ${valueText(local)}`,
      clauses: ids,
    },
  ];
};
