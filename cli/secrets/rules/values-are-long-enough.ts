import type { Rule } from '../../../contracts/rule';
import { placeOf, type ValueSubject } from '../value-subject';

export const valuesAreLongEnough: Rule<ValueSubject> = {
  id: 'values-are-long-enough',
  promise: 'A secret has at least the characters its contract wants.',
  source: 'The documents’ tables of environment variables: 32+ chars',
  problems: (subject) => {
    const minLength = subject.use.container.contract.env?.[subject.use.variable]?.minLength ?? 0;
    return [...subject.value].length >= minLength
      ? []
      : [
          {
            at: placeOf(subject),
            found: `${subject.key} has fewer than ${minLength} characters`,
            fix: `give ${subject.key} a longer value`,
          },
        ];
  },
};
