import { type CheckRule, spotIn } from '../rule';

export const noWorkdir: CheckRule = {
  id: 'no-workdir',
  class: 'defect',
  level: 'problem',
  promise: 'A stage has a working folder before the source is copied into it.',
  why: 'The source lies among /etc and /usr; folders of the same name are mixed, and relative paths later do not meet.',
  fix: 'WORKDIR /app',
  source: 'https://docs.docker.com/reference/dockerfile/#workdir',
  problems: ({ stages: { stages } }) =>
    stages.flatMap(({ steps, distro, hasWorkdir }) =>
      steps
        .filter(
          ({ copy, workdir }) =>
            copy !== undefined &&
            copy.from === undefined &&
            distro !== undefined &&
            workdir === '/' &&
            !hasWorkdir &&
            /^\.\/?$/.test(copy.target) &&
            copy.sources.some((source) => /^\.\/?$/.test(source)),
        )
        .slice(0, 1)
        .map((step) => ({ spot: spotIn(step), found: 'the whole folder is copied to /, over the root file system' })),
    ),
};
