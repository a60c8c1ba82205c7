import { type CheckRule, spotIn } from '../rule';

export const requiredBuildArgUnchecked: CheckRule = {
  id: 'required-build-arg-unchecked',
  class: 'defect',
  level: 'warning',
  promise: 'A required build argument is checked where it is used.',
  why: 'One that is forgotten is an empty string: the build succeeds and the image is wrong.',
  fix: 'fail the build when it is empty',
  source: 'https://docs.docker.com/reference/dockerfile/#arg',
  problems: ({ promised, stages: { stages } }) => {
    if (promised?.contract.image.kind !== 'built') return [];
    const steps = stages.flatMap((stage) => stage.steps);
    return Object.entries(promised.contract.image.build.arguments ?? {}).flatMap(([name, { need, default: value }]) => {
      const declared = steps.find(({ instruction }) => instruction.keyword === 'ARG' && instruction.text.split(/[\s=]/).includes(name));
      if (need !== 'required' || value !== undefined || declared === undefined) return [];
      const checks = new RegExp(`\\$\\{${name}:?\\?|(?:test|\\[\\[?)\\s+(?:-[nz]\\s+)?"?\\$\\{?${name}\\b`);
      return steps.some(({ instruction }) => instruction.keyword === 'RUN' && checks.test(instruction.text))
        ? []
        : [
            {
              spot: spotIn(declared, name),
              found: `nothing checks that ${name} is given`,
              fix: `RUN : "\${${name}:?give it with --build-arg}"`,
            },
          ];
    });
  },
};
