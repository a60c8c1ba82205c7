import { referenceProblem } from '../reading/image-reference';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const imagesArePinned: Rule<ContractSubject> = {
  id: 'images-are-pinned',
  promise: 'A published image and the base of a built one are named with a tag, and never latest.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  problems: ({ at, contract: { image } }) => {
    const [field, reference] = image.kind === 'built' ? (['base', image.base] as const) : (['reference', image.reference] as const);
    const problem = referenceProblem(reference);
    const fix = 'write repository:tag, as in postgres:15-alpine; @sha256:… may stand behind it';
    return problem === undefined ? [] : [{ at: `${at}.image.${field}`, found: `${quote(reference)}: ${problem}`, fix }];
  },
};
