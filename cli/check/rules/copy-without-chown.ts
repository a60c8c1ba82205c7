import { runsAs } from '../dockerfile/runs-as';
import { type CheckRule, spotIn } from '../rule';

export const copyWithoutChown: CheckRule = {
  id: 'copy-without-chown',
  class: 'defect',
  level: 'problem',
  promise: 'What the process writes to belongs to its user.',
  why: 'Where no volume lies over it, the first write fails with EACCES.',
  fix: 'copy with --chown',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  problems: ({ final, promised, file: { escapes } }) => {
    if (final === undefined || promised === undefined) return [];
    const { uid } = runsAs(final, escapes) ?? {};
    if (uid === undefined || uid === 0) return [];
    const chowned = final.chain.flatMap((step) =>
      step.commands
        .filter(({ words }) => words[0] === 'chown')
        .flatMap(({ words }) =>
          words.slice(1).map((word) => ({ word: word.startsWith('/') ? word : step.workdir, line: step.instruction.line })),
        ),
    );
    return Object.values(promised.contract.volumes ?? {}).flatMap(({ path }) => {
      const copies = final.steps.filter(
        // What is copied to the root makes no folder of it.
        ({ copy }) =>
          copy?.destination !== undefined && copy.destination !== '/' && path.startsWith(`${copy.destination.replace(/\/$/, '')}/`),
      );
      const guilty = copies.find(
        ({ copy, instruction }) =>
          copy?.chown === undefined &&
          !chowned.some(({ word, line }) => line > instruction.line && word !== undefined && path.startsWith(word)),
      );
      return guilty === undefined
        ? []
        : [
            {
              spot: spotIn(guilty),
              found: `${guilty.copy?.destination} belongs to root, and ${path} in it is to be written by uid ${uid}`,
              fix: `--chown=${uid}`,
            },
          ];
    });
  },
};
