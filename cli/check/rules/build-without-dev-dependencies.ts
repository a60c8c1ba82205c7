import type { Step } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const buildWithoutDevDependencies: CheckRule = {
  id: 'build-without-dev-dependencies',
  class: 'defect',
  level: 'problem',
  promise: 'What builds has its development dependencies.',
  why: 'TypeScript, bundler plugins and CSS tools are development dependencies: the build ends where it misses the first.',
  fix: 'npm ci; the final stage takes only what was built',
  source: 'https://docs.npmjs.com/cli/commands/npm-ci#omit',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      const build = stage.chain.find(({ commands }) =>
        commands.some(({ words: [tool, run, what] }) => tool === 'npm' && (run === 'run' || run === 'run-script') && what === 'build'),
      );
      if (build === undefined || build.stage !== stage) return [];
      const lean = (step: Step) =>
        step.commands.some(
          ({ words }) =>
            words[0] === 'npm' &&
            words.some((word) => /^(?:ci|install|i)$/.test(word)) &&
            (words.some((word) => /^(?:--only=prod(?:uction)?|--omit=dev|--production(?:=true)?)$/.test(word)) ||
              (step.variables.get('NODE_ENV')?.value === 'production' &&
                !words.some((word) => /^--(?:include=dev|production=false|also=dev)/.test(word)))),
        );
      const full = (step: Step) => step.installs.some(({ manager }) => manager === 'npm') && !lean(step);
      const sources = stage.chain.filter(({ instruction }) => instruction.line < build.instruction.line);
      if (sources.some(full)) return [];
      const own = sources.find(lean);
      const brought = sources.flatMap(({ copy }) =>
        copy !== undefined && typeof copy.from === 'object' && copy.sources.some((source) => /node_modules\/?$/.test(source))
          ? [copy.from]
          : [],
      );
      const guilty =
        own ??
        (brought.length > 0 && brought.every(({ chain }) => chain.some(lean) && !chain.some(full))
          ? brought[0]?.chain.find(lean)
          : undefined);
      return guilty === undefined
        ? []
        : [
            {
              spot: spotIn(guilty),
              found: `npm leaves the development dependencies out, and line ${build.instruction.line} builds with what it installs`,
            },
          ];
    }),
};
