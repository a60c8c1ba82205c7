import { demandOf } from '../../clauses-of-place';
import { knownText } from '../read/parts';
import type { WorkflowProblem, WorkflowRule } from '../rule';

export const stagesAreBuilt: WorkflowRule = {
  id: 'stages-are-built',
  class: 'not-declared',
  level: 'problem',
  promise: 'Where the contract demands it, each stage is built by itself.',
  why: 'BuildKit leaves out a stage that the last one does not need, and nobody learns that it no longer builds.',
  fix: 'build it with target:',
  source: 'https://docs.docker.com/build/building/multi-stage/#stop-at-a-specific-build-stage',
  problems: ({ pairs, looks }) =>
    pairs.flatMap(({ image: { image, promised }, looks: own }) => {
      const [first] = own;
      if (image.build.eachStage !== true || first === undefined || own.some(({ job }) => job.isOpen)) return [];
      const { ids, isDemanded, level } = demandOf(promised, 'image.build.eachStage');
      if (!isDemanded) return [];
      const targets = looks.flatMap(({ jobs }) =>
        jobs.flatMap(({ builds }) => builds.map(({ target }) => (target === undefined ? undefined : knownText(target)))),
      );
      if (targets.includes(undefined)) return [];
      return image.build.stages.flatMap(({ name }): readonly WorkflowProblem[] =>
        targets.includes(name)
          ? []
          : [
              {
                at: first.builds.at(-1)?.at ?? first.job.job.at,
                found: `stage ${name} is not built by itself`,
                fix: `target: ${name}`,
                clauses: ids,
                level,
              },
            ],
      );
    }),
};
