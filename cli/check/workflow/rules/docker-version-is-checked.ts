import { demandOf } from '../../clauses-of-place';
import type { WorkflowProblem, WorkflowRule } from '../rule';

export const dockerVersionIsChecked: WorkflowRule = {
  id: 'docker-version-is-checked',
  class: 'not-declared',
  level: 'problem',
  promise: 'Where the contract names the oldest Docker that builds the image, the job looks at the version.',
  why: 'A runner of one’s own keeps its Docker for years, and what fails there fails in the middle of the build.',
  fix: 'compare docker version with it; waybill workflow prints the step',
  source: 'https://docs.docker.com/reference/cli/docker/version/',
  problems: ({ pairs }) =>
    pairs.flatMap(({ image: { image, promised }, looks }) => {
      const { docker } = image.build;
      const [first] = looks;
      if (docker === undefined || first === undefined) return [];
      const { ids, isDemanded, level } = demandOf(promised, 'image.build.docker');
      const isLooked = looks.some(({ job: { job } }) =>
        job.steps.some(
          ({ run, env }) =>
            /docker\s+(?:version|--version|info)/.test(run?.text ?? '') &&
            [run?.text ?? '', ...[...env.values()].map(({ text }) => text)].some((text) => names(text, docker)),
        ),
      );
      const found: WorkflowProblem = {
        at: first.job.job.at,
        found: `job ${first.job.job.id} does not look whether Docker is ${docker} or newer`,
        clauses: ids,
        level,
      };
      return isLooked || !isDemanded || looks.some(({ job }) => job.isOpen) ? [] : [found];
    }),
};
/** `24.0`, and `24` for short. */
const names = (text: string, version: string): boolean =>
  text.split(/[^\d.]+/).some((word) => word === version || (version.endsWith('.0') && word === version.slice(0, -2)));
