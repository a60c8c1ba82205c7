import type { ShellCommand } from '../dockerfile/shell-commands';
import { type CheckRule, spotIn } from '../rule';

export const aptUpdateAlone: CheckRule = {
  id: 'apt-update-alone',
  class: 'defect',
  level: 'warning',
  promise: 'apt-get update and install are one RUN.',
  why: 'The cached layer’s lists grow old; months later the packages they name are gone: 404.',
  fix: 'RUN apt-get update && apt-get install …',
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  problems: ({ stages: { stages } }) =>
    stages.flatMap(({ steps }) => {
      const isUpdate = ({ words }: ShellCommand) => /^apt(?:-get)?$/.test(words[0] ?? '') && words.includes('update');
      return steps.flatMap((step, index) => {
        if (step.commands.length !== 1 || !step.commands.every(isUpdate) || step.instruction.flags.some(({ name }) => name === 'mount'))
          return [];
        const install = steps
          .slice(index + 1)
          .find(({ installs, commands }) => installs.some(({ manager }) => manager === 'apt') && !commands.some(isUpdate));
        return install === undefined
          ? []
          : [
              {
                spot: spotIn(step),
                found: `apt-get update is a layer of its own, and line ${install.instruction.line} installs from its lists`,
              },
            ];
      });
    }),
};
