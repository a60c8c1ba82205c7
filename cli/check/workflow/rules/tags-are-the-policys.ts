import { isTag, tagForm } from '../../../../contracts/tags';
import { expand } from '../metadata/expand';
import { sampleOf } from '../metadata/sample-of';
import { branchOf } from '../read/event';
import { canBe, shown } from '../read/parts';
import { scopeOf } from '../read/scope';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

export const tagsAreThePolicys: WorkflowRule = {
  id: 'tags-are-the-policys',
  class: 'contradicts',
  level: 'problem',
  promise: 'Every tag that is pushed has one of the forms that the contract allows.',
  why: 'Nobody can tell from such a tag what it holds, and no manifest may name it.',
  fix: 'push the forms of the contract alone; waybill workflow prints the lines',
  source: 'the contract',
  problems: ({ pairs, promise, read: { workflow } }) =>
    pairs.flatMap((pair) => {
      const { image, promised } = pair.image;
      const bound = `${promised.at}.image.tags`;
      const clauses = promised.clauses
        .filter(
          ({ where, strength, binds = [] }) =>
            where === 'tag' && strength === 'must' && binds.some((bind) => bind.startsWith(`${bound}.forms.`)),
        )
        .map(({ id }) => id);
      return pushesOf(pair).flatMap(({ build, event }) => {
        const scope = scopeOf(workflow, build.job, {}, event, new Map());
        const lines = promise?.system.workflow?.lines ?? [];
        const moving = lines.length === 0 ? [] : expand(lines, ['latest=false'], scope).tags.map(({ tag }) => tag);
        return build.refs.flatMap((ref): readonly WorkflowProblem[] => {
          const sample = sampleOf(ref.tag ?? ['latest']);
          // What no registry takes and latest are findings of their own.
          if (sample === undefined || sample === 'latest' || !isTag(sample) || !ref.isCertain) return [];
          const form = tagForm(sample, image.tags);
          // A branch may be called anything, so only its own name is one.
          const isForm = form === 'branch' ? sample === branchOf(event)?.replace(/[^\w.-]+/g, '-') : form !== undefined;
          if (isForm || moving.some((one) => canBe(one, sample))) return [];
          return [
            {
              at: ref.at,
              found: `pushes the tag ${shown(ref.tag ?? [])}, which has none of the forms the contract allows: ${Object.entries(
                image.tags.forms,
              )
                .map(([form, example]) => `${form} as ${example}`)
                .join(', ')}`,
              clauses,
            },
          ];
        });
      });
    }),
};
