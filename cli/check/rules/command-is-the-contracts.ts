import { demandOf, isOpen } from '../clauses-of-place';
import { shellCommands } from '../dockerfile/shell-commands';
import { lastOf, type Stage, type Step } from '../dockerfile/stage';
import { type CheckRule, type Problem, spotIn } from '../rule';

const wordsOf = ({ instruction }: Step): readonly string[] => {
  const commands = shellCommands(instruction);
  return commands.length === 1 && commands[0] !== undefined ? commands[0].words : [instruction.text];
};

/** As it really runs: `/bin/sh -c …`, or what SHELL says. */
const inShell = (final: Stage, { instruction }: Step): readonly string[] =>
  instruction.json ?? [...(lastOf(final, 'SHELL')?.instruction.json ?? ['/bin/sh', '-c']), instruction.text];

export const commandIsTheContracts: CheckRule = {
  id: 'command-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'CMD and ENTRYPOINT run what the contract says.',
  why: 'A manifest leaves the command to the image where the contract has none of its own; another one would run in the cluster.',
  fix: 'run the command of the contract',
  source: 'the contract',
  problems: ({ final, promised }) => {
    if (promised === undefined || final === undefined) return [];
    const { command, entrypoint } = promised.contract.process;
    const both = [
      { keyword: 'ENTRYPOINT', place: 'process.entrypoint', wanted: entrypoint },
      { keyword: 'CMD', place: 'process.command', wanted: command },
    ] as const;
    return both.flatMap(({ keyword, place, wanted }): readonly Problem[] => {
      if (wanted === undefined || isOpen(promised, place)) return [];
      const { ids, isDemanded } = demandOf(promised, place);
      const step = lastOf(final, keyword);
      const fix = `${keyword} ${JSON.stringify(wanted)}`;
      if (step === undefined)
        return isDemanded
          ? [
              {
                spot: spotIn(final.from),
                found: `there is no ${keyword}; the contract says ${wanted.join(' ')}`,
                fix,
                class: 'not-declared',
                clauses: ids,
              },
            ]
          : [];
      const words = step.instruction.json ?? wordsOf(step);
      const isSame = [words, inShell(final, step)].some((one) => one.join('\n') === wanted.join('\n'));
      return isSame
        ? []
        : [{ spot: spotIn(step), found: `${keyword} is ${words.join(' ')}; the contract says ${wanted.join(' ')}`, fix, clauses: ids }];
    });
  },
};
