import { demandOf } from '../../clauses-of-place';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

const RUNNER = 'linux/amd64';

export const workflowPlatforms: WorkflowRule = {
  id: 'workflow-platforms',
  class: 'contradicts',
  level: 'problem',
  promise: 'The image is built for the platforms of the contract and no other.',
  why: 'A node of a platform that is missing cannot start the image: no match for platform in manifest.',
  fix: 'name the platforms of the contract',
  source: 'https://docs.docker.com/build/building/multi-platform/',
  problems: ({ pairs }) =>
    pairs.flatMap((pair) => {
      const { image, promised } = pair.image;
      const wanted: readonly string[] | undefined = image.platforms;
      if (wanted === undefined) return [];
      const { ids, isDemanded, level } = demandOf(promised, 'image.platforms');
      return pushesOf(pair).flatMap(({ build }): readonly WorkflowProblem[] => {
        const at = build.inputs.get('platforms')?.at ?? build.at;
        if (build.platforms === undefined) return [];
        if (build.platforms === 'own') {
          if (wanted.length === 1 && wanted[0] === RUNNER && !isDemanded) return [];
          return [
            {
              at,
              found: `no platforms are named; the contract has ${wanted.join(', ')}`,
              fix: `platforms: ${wanted.join(',')}`,
              class: 'not-declared',
              clauses: ids,
              level,
            },
          ];
        }
        const built = build.platforms;
        const missing = wanted.filter((one) => !built.includes(one));
        const others = built.filter((one) => !wanted.includes(one));
        return missing.length + others.length === 0
          ? []
          : [
              {
                at,
                found: `is built for ${built.join(', ')}; the contract has ${wanted.join(', ')}`,
                fix: `platforms: ${wanted.join(',')}`,
                clauses: ids,
                level,
              },
            ];
      });
    }),
};
