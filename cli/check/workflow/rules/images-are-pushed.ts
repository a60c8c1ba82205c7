import { heldHere } from '../held-by';
import type { WorkflowProblem, WorkflowRule } from '../rule';

export const imagesArePushed: WorkflowRule = {
  id: 'images-are-pushed',
  class: 'not-declared',
  level: 'problem',
  promise: 'What is built for a registry is pushed to it.',
  why: 'The build ends well and the image is gone with the machine that made it.',
  fix: 'push: true',
  source: 'https://github.com/docker/build-push-action#inputs',
  problems: ({ pairs }) =>
    pairs.flatMap(({ image, looks }): readonly WorkflowProblem[] => {
      const builds = looks.flatMap((look) => look.builds);
      const isOpen = looks.some(({ job }) => job.isOpen || job.pushed.length > 0);
      const last = builds.at(-1);
      return last === undefined || isOpen || builds.some(({ push }) => push !== false)
        ? []
        : [
            {
              at: last.at,
              found: `${image.image.repository} is built and never pushed`,
              clauses: heldHere('images-are-pushed', image.promised.clauses).ids,
            },
          ];
    }),
};
