import { imageName } from '../dockerfile/image-name';
import { type CheckRule, spotIn } from '../rule';

export const pythonPathVersionCoupled: CheckRule = {
  id: 'python-path-version-coupled',
  class: 'defect',
  level: 'problem',
  promise: 'Paths with a Python version have the base image’s.',
  why: 'COPY does not find the folder, or Python does not look where it went.',
  fix: 'write the version of FROM',
  source: 'https://hub.docker.com/_/python',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      const { repository, tag = '' } = imageName(stage.root ?? '');
      const [, version] = /^(3\.\d+)/.exec(tag) ?? [];
      if (repository !== 'python' || version === undefined) return [];
      return stage.steps.flatMap((step) =>
        (step.copy?.sources ?? [])
          .concat(step.copy?.target ?? [])
          .flatMap((path) => {
            const [word, other] = /python(3\.\d+)\/(?:site|dist)-packages/.exec(path) ?? [];
            return other === undefined || other === version
              ? []
              : [{ spot: spotIn(step, word), found: `${path} is of Python ${other}, and the image has ${version}` }];
          })
          .slice(0, 1),
      );
    }),
};
