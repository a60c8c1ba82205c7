import { demandOf } from '../../clauses-of-place';
import { folderOf } from '../builds/action-build';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

export const workflowContext: WorkflowRule = {
  id: 'workflow-context',
  class: 'contradicts',
  level: 'problem',
  promise: 'The image is built from the folder and the Dockerfile of the contract.',
  why: 'Another folder is another program, or COPY finds nothing.',
  fix: 'name the folder and the Dockerfile of the contract',
  source: 'https://docs.docker.com/build/concepts/context/',
  problems: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { image, promised, contextIsExample } = pair.image;
      if (contextIsExample) return [];
      const wanted = folderOf(image.build.context);
      const file = folderOf(`${wanted}/${image.build.dockerfile}`);
      return pushesOf(pair).flatMap(({ build }): readonly WorkflowProblem[] => {
        const ofContext = demandOf(promised, 'image.build.context');
        const ofFile = demandOf(promised, 'image.build.dockerfile');
        return [
          ...(build.context === undefined || build.context === wanted
            ? []
            : [
                {
                  at: build.inputs.get('context')?.at ?? build.at,
                  found: `is built from ${build.context}; the contract says ${image.build.context}`,
                  fix: `context: ${image.build.context}`,
                  clauses: ofContext.ids,
                  level: ofContext.level,
                },
              ]),
          ...(build.file === undefined || build.file === file || build.context !== wanted
            ? []
            : [
                {
                  at: build.inputs.get('file')?.at ?? build.at,
                  found: `is built by ${build.file}; the contract says ${file}`,
                  fix: `file: ./${file}`,
                  clauses: ofFile.ids,
                  level: ofFile.level,
                },
              ]),
        ];
      });
    }),
};
