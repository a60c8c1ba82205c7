import { commandsOf } from '../reading/commands-of';
import { flatMap } from '../reading/flat-map';
import type { ContractSubject, Rule } from '../rule';

export const commandsAreNotEmpty: Rule<ContractSubject> = {
  id: 'commands-are-not-empty',
  promise: 'A command names a program in its first word, and no word holds the character that ends it.',
  source: 'https://man7.org/linux/man-pages/man2/execve.2.html',
  problems: ({ at, contract }) => [
    ...flatMap(commandsOf(contract), ({ at: place, words }) => {
      if (words[0]?.trim() === '') return [{ at: `${at}.${place}[0]`, found: 'the first word is empty', fix: 'name the program to run' }];
      const ended = words.findIndex((word) => word.includes('\0'));
      return ended === -1 ? [] : [{ at: `${at}.${place}[${ended}]`, found: 'the word holds a NUL character', fix: 'leave it out' }];
    }),
    ...[
      { place: 'health.healthcheck.command', line: contract.health.healthcheck?.command },
      { place: 'health.fromElsewhere', line: contract.health.fromElsewhere },
    ]
      .filter(({ line }) => line?.trim() === '')
      .map(({ place }) => ({ at: `${at}.${place}`, found: 'the command is empty', fix: 'write the command, or leave the field out' })),
  ],
};
