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
      const pushes = pushesOf(pair);
      const events = [...new Set(pushes.map(({ event }) => event))];
      return events.flatMap((event): readonly WorkflowProblem[] => {
        // Several builds may each make the image of one platform.
        const builds = pushes.filter((push) => push.event === event).map(({ build }) => build);
        const [first] = builds;
        if (first === undefined || builds.some(({ platforms }) => platforms === undefined)) return [];
        const at = first.inputs.get('platforms')?.at ?? first.at;
        const fix = `platforms: ${wanted.join(',')}`;
        const said = builds.flatMap(({ platforms }) => (Array.isArray(platforms) ? (platforms as readonly string[]).map(usual) : []));
        if (said.length === 0) {
          if (wanted.length === 1 && wanted[0] === RUNNER && !isDemanded) return [];
          return [
            { at, found: `no platforms are named; the contract has ${wanted.join(', ')}`, fix, class: 'not-declared', clauses: ids, level },
          ];
        }
        const built = [...new Set(said)];
        const isSame = wanted.every((one) => built.includes(one)) && built.every((one) => wanted.includes(one));
        return isSame
          ? []
          : [{ at, found: `is built for ${built.join(', ')}; the contract has ${wanted.join(', ')}`, fix, clauses: ids, level }];
      });
    }),
};
/** https://github.com/containerd/platforms: the variant that goes without saying. */
const usual = (platform: string): string =>
  platform
    .replace(/\/arm64\/v8$/, '/arm64')
    .replace(/\/arm$/, '/arm/v7')
    .replace(/\/amd64\/v1$/, '/amd64');
