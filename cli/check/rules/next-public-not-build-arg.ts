import { type CheckRule, spotIn } from '../rule';

export const nextPublicNotBuildArg: CheckRule = {
  id: 'next-public-not-build-arg',
  class: 'defect',
  level: 'problem',
  promise: 'NEXT_PUBLIC_ variables of the contract are arguments of the build.',
  why: 'Next.js replaces them while it builds; set at run time alone they are undefined in the browser.',
  fix: 'declare it before the build',
  source: 'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser',
  problems: ({ promised, stages: { stages } }) => {
    const names = Object.entries(promised?.contract.env ?? {})
      .filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
      .map(([name]) => name);
    return stages.flatMap(({ steps }) =>
      steps
        .filter(({ commands }) =>
          commands.some(
            ({ words }) =>
              (words[0] === 'npm' && words[1] === 'run' && words[2] === 'build') || (words[0] === 'next' && words[1] === 'build'),
          ),
        )
        .flatMap((step) =>
          names
            .filter(
              (name) =>
                !step.variables.has(name) &&
                !step.commands.some(({ assigns, words }) => [...assigns, ...words].some((word) => word.startsWith(`${name}=`))),
            )
            .map((name) => ({
              spot: spotIn(step),
              found: `${name} is not known to the build, and Next.js puts it into the bundle there`,
              fix: `ARG ${name} before the build`,
            })),
        ),
    );
  },
};
