import { contradiction, notDeclared } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { shown } from '../shown';
import { comparedPairs } from '../wanted-pairs';

export const composeCommandIsTheContracts: ComposeRule = {
  id: 'compose-command-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'A service runs the command that the contract gives it on a laptop, and without one the image’s own.',
  why: 'Another command listens on another port or runs another program than every check of the contract expects.',
  fix: 'write the command of the contract, or leave it to the image',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => [...entrypoint(pair), ...problemsOf(subject, pair)]),
};
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, index) => word === b[index]);
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] => {
  const whole = subject.system?.whole;
  const own = subject.system?.system.development.containers[role]?.command;
  const { command } = service;
  if (whole === undefined || service.isOpen) return [];
  const place = `development.containers.${role}.command`;
  const line = JSON.stringify(own ?? promised.contract.process.command);
  if (command === undefined)
    return own === undefined
      ? []
      : notDeclared(
          whole,
          place,
          service.at,
          `the command of a laptop is not given; the contract says ${own.join(' ')}`,
          `command: ${line}`,
        );
  if (command.words.length === 0 || !isKnown(command.text)) return [];
  if (own !== undefined)
    return same(command.words, own)
      ? []
      : [
          contradiction(
            whole,
            place,
            command.at,
            `the command is ${shown(command)}; the contract says ${own.join(' ')}`,
            `command: ${line}`,
          ),
        ];
  const image = promised.contract.process.command;
  if (image === undefined || same(command.words, image)) return [];
  const files = Object.values(promised.contract.files ?? {}).flatMap((file) => file.arguments ?? []);
  if (same(command.words, [...image, ...files])) return [];
  return [
    {
      ...contradiction(
        promised,
        'process.command',
        command.at,
        `the command is ${shown(command)}; the contract says ${image.join(' ')}`,
        `command: ${line}`,
      ),
      // Another way to start the same program, with a reload for one, is a laptop's own affair.
      level: 'warning',
    },
  ];
};
const entrypoint = ({ promised, service: { entrypoint: own } }: Pair): readonly ComposeProblem[] => {
  const wanted = promised.contract.process.entrypoint;
  return own === undefined || wanted === undefined || own.words.length === 0 || !isKnown(own.text) || same(own.words, wanted)
    ? []
    : [
        {
          ...contradiction(
            promised,
            'process.entrypoint',
            own.at,
            `the entrypoint is ${shown(own)}; the contract says ${wanted.join(' ')}`,
            `leave it to the image`,
          ),
          level: 'warning',
        },
      ];
};
