import { quantityProblems } from '../reading/resource-problems';
import type { ContractSubject, Rule } from '../rule';
import { megabytes } from '../units';

export const imageSizesFit: Rule<ContractSubject> = {
  id: 'image-sizes-fit',
  promise: 'The size of an image is in decimal megabytes, and its target is no larger than its maximum.',
  source: 'https://docs.docker.com/reference/cli/docker/image/ls/',
  problems: ({ at, contract: { image } }) => {
    if (image.kind === 'published' || image.size === undefined) return [];
    const { target, maximum } = image.size;
    const place = `${at}.image.size`;
    const problems = [
      ...quantityProblems(`${place}.maximum`, maximum, megabytes, '600MB'),
      ...(target === undefined ? [] : quantityProblems(`${place}.target`, target, megabytes, '500MB')),
    ];
    if (problems.length > 0 || target === undefined || (megabytes(target) ?? 0) <= (megabytes(maximum) ?? 0)) return problems;
    return [{ at: `${place}.target`, found: `${target} is above the maximum of ${maximum}`, fix: `write at most ${maximum}` }];
  },
};
