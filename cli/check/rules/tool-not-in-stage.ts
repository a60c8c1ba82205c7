import { type CheckRule, spotIn } from '../rule';

export const toolNotInStage: CheckRule = {
  id: 'tool-not-in-stage',
  class: 'defect',
  level: 'problem',
  promise: 'cargo chef runs where cargo-chef is installed.',
  why: '"no such command: chef": the build ends.',
  fix: 'start from the stage that has it, or copy the program',
  source: 'https://github.com/LukeMathWalker/cargo-chef',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      const has =
        // A name that is itself a variable may be anything.
        /cargo-chef|^\$/.test(stage.root ?? stage.rootBase) ||
        stage.chain.some(
          ({ instruction, copy }) =>
            (instruction.keyword === 'RUN' &&
              /cargo(?:\s|-)b?install[^&;]*cargo-chef|binstall[^&;]*cargo-chef|apk add[^&;]*cargo-chef/.test(instruction.text)) ||
            copy?.sources.some((source) => /cargo-chef|cargo\/bin\/?$/.test(source)),
        );
      if (has) return [];
      return stage.steps
        .filter(({ commands }) => commands.some(({ words }) => words[0] === 'cargo' && words[1] === 'chef'))
        .slice(0, 1)
        .map((step) => ({ spot: spotIn(step, 'cargo chef'), found: `cargo-chef is not in ${stage.root ?? stage.rootBase}` }));
    }),
};
