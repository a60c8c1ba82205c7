import type { Rule } from '../../../contracts/rule';
import { placeOf, type ValueSubject } from '../value-subject';

export const valuesAreAllowed: Rule<ValueSubject> = {
  id: 'values-are-allowed',
  promise: 'A value is one of those its contract lists.',
  source: 'The documents’ tables of environment variables',
  problems: (subject) => {
    const { oneOf } = subject.use.container.contract.env?.[subject.use.variable] ?? {};
    return oneOf === undefined || oneOf.includes(subject.value)
      ? []
      : [{ at: placeOf(subject), found: `${subject.key} is none of the values the contract allows`, fix: `write ${oneOf.join(' or ')}` }];
  },
};
