import { isTag } from '../../../../contracts/tags';
import { sampleOf } from '../metadata/sample-of';
import { type Parts, shown } from '../read/parts';
import type { WorkflowProblem, WorkflowRule } from '../rule';

export const tagInvalid: WorkflowRule = {
  id: 'tag-invalid',
  class: 'defect',
  level: 'problem',
  promise: 'A tag is one that registries take: letters, digits, dots, underscores and hyphens, the first none of dot and hyphen.',
  why: 'invalid reference format: the build ends before it begins.',
  fix: 'put a letter or digit in front',
  source: 'https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests',
  problems: ({ looks }) =>
    looks.flatMap(({ jobs }) =>
      jobs.flatMap(({ builds, pushed }) =>
        [...builds.flatMap(({ refs }) => refs), ...pushed].flatMap(({ tag, at, isCertain }): readonly WorkflowProblem[] => {
          const sample = tag === undefined ? undefined : wholeOf(tag);
          if (sample === undefined || !isCertain || isTag(sample)) return [];
          return [{ at, found: `the tag ${shown(tag ?? [])} is none that a registry takes` }];
        }),
      ),
    ),
};
/** Of a tag whose beginning is known: what stands there decides. */
const wholeOf = (tag: Parts): string | undefined => {
  const [first] = tag;
  if (typeof first === 'string' && /^[.-]/.test(first)) return first;
  const text = sampleOf(tag);
  return text === '' || text?.includes('@') ? undefined : text;
};
