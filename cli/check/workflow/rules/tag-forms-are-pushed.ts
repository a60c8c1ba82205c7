import type { TagForm } from '../../../../contracts/tags';
import { demandOf } from '../../clauses-of-place';
import { branchOf, type Event, tagOf } from '../read/event';
import { canBe } from '../read/parts';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

/** A tag of the form, of what an event has; undefined: the event makes none. */
const SAMPLES: Partial<Record<TagForm, { readonly sample: (event: Event) => string | undefined; readonly line: string }>> = {
  'version and sha': {
    sample: (event) => withTag(event, (tag) => `${tag}-abc1234`),
    line: 'type=semver,pattern=v{{version}},suffix=-{{sha}}',
  },
  'git sha': { sample: () => 'git-abc1234', line: 'type=sha,prefix=git-,format=short' },
  branch: { sample: (event) => branchOf(event), line: 'type=ref,event=branch' },
  dev: { sample: (event) => withBranch(event, (branch) => `dev-${branch}`), line: 'type=ref,event=branch,prefix=dev-' },
};
const withTag = (event: Event, make: (tag: string) => string) => {
  const tag = tagOf(event);
  return tag === undefined ? undefined : make(tag);
};
const withBranch = (event: Event, make: (branch: string) => string) => {
  const branch = branchOf(event);
  return branch === undefined ? undefined : make(branch.replace(/[^\w.-]+/g, '-'));
};

export const tagFormsArePushed: WorkflowRule = {
  id: 'tag-forms-are-pushed',
  class: 'not-declared',
  level: 'problem',
  promise: 'Each form of tag that a clause demands is pushed for something.',
  why: 'Who looks for the image of a branch or of a commit finds none.',
  fix: 'add the line; waybill workflow prints it',
  source: 'the contract',
  problems: ({ pairs, started }) =>
    pairs.flatMap((pair) => {
      const { image, promised } = pair.image;
      const pushes = pushesOf(pair);
      const first = pushes.flatMap(({ build }) => build.refs)[0];
      const isOpen =
        pushes.some(({ build }) => !build.refsAreAll) ||
        pair.looks.some(({ job }) => job.isOpen || job.pushed.length > 0) ||
        started.events.length === 0;
      if (first === undefined || isOpen) return [];
      return (Object.keys(image.tags.forms) as TagForm[]).flatMap((form): readonly WorkflowProblem[] => {
        const known = SAMPLES[form];
        const demand = demandOf(promised, `image.tags.forms.${form}`);
        const isMade = pushes.some(({ event, build }) => {
          const sample = known?.sample(event);
          return sample !== undefined && build.refs.some(({ tag }) => tag !== undefined && canBe(tag, sample));
        });
        if (known === undefined || isMade || !isDemanded(demand, promised.clauses)) return [];
        return [
          {
            at: first.at,
            found: `no tag of the form ${form} is pushed, as ${image.tags.forms[form]}`,
            fix: known.line,
            clauses: demand.ids,
            level: demand.level,
          },
        ];
      });
    }),
};
/** An example demands nothing. */
const isDemanded = (
  { ids, isDemanded: demanded }: ReturnType<typeof demandOf>,
  clauses: readonly { readonly id: string; readonly strength: string }[],
): boolean =>
  demanded && (ids.length === 0 || clauses.some(({ id, strength }) => ids.includes(id) && (strength === 'must' || strength === 'should')));
