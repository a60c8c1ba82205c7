import { canBe, shown } from '../read/parts';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

export const workflowLabels: WorkflowRule = {
  id: 'workflow-labels',
  class: 'contradicts',
  level: 'problem',
  promise: 'No label that the workflow sets differs from the contract’s.',
  why: 'Labels of the workflow win over those of the Dockerfile.',
  fix: 'set the contract’s own in labels of docker/metadata-action',
  source: 'https://github.com/docker/metadata-action#overwrite-labels-and-annotations',
  problems: ({ pairs }) =>
    pairs.flatMap((pair) =>
      pushesOf(pair).flatMap(({ build }) =>
        Object.entries(pair.image.image.labels ?? {}).flatMap(([name, wanted]): readonly WorkflowProblem[] => {
          const value = typeof build.labels === 'object' ? build.labels.get(name) : undefined;
          return typeof wanted !== 'string' || value === undefined || canBe(value, wanted)
            ? []
            : [{ at: build.inputs.get('labels')?.at ?? build.at, found: `label ${name} is ${shown(value)}; the contract says ${wanted}` }];
        }),
      ),
    ),
};
