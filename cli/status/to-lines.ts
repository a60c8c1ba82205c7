import { oneLine } from '../diff/forms/clean';
import type { Colour } from '../diff/forms/to-text';
import type { Cause } from './cause';
import type { Progress } from './progress';
import type { Ended, Seen } from './watch-rollout';

type Paint = (colour: Colour, text: string) => string;
const SIGNS: Readonly<Record<Progress['state'], readonly [Colour, string]>> = {
  done: ['green', '√'],
  waiting: ['yellow', '…'],
  failed: ['red', '×'],
  'not applied': ['red', '×'],
};
export const progressLine = ({ name, state, text }: Progress, paint: Paint): string => {
  const [colour, sign] = SIGNS[state];
  return `${paint(colour, sign)} ${oneLine(`${name}: ${text}`)}`;
};
/** All on one line, for a terminal that is written over. */
export const summaryLine = ({ progress, causes, after }: Seen): string => {
  const waiting = progress.filter(({ state }) => state !== 'done').map(({ name, text }) => `${name} ${text}`);
  const why = causes[0] === undefined ? '' : `; ${causes[0].at}: ${causes[0].what}`;
  return oneLine(`${progress.length - waiting.length} of ${progress.length}, ${Math.round(after / 1000)} s: ${waiting.join(', ')}${why}`);
};

export const causeLines = ({ at, what, contract, cure }: Cause, log: readonly string[] | undefined, paint: Paint): readonly string[] => [
  `${paint('red', '×')} ${oneLine(`${at}: ${what}`)}`,
  ...contract.map((clause, index) => `    ${index === 0 ? 'contract:' : '         '} ${oneLine(clause)}`),
  `    cure:     ${paint('bold', oneLine(cure))}`,
  ...(log ?? []).map((line, index) => `    ${index === 0 ? 'log:     ' : '         '} ${paint('dim', oneLine(line))}`),
];

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
export const endLine = (system: string, { end, after, causes }: Ended, apply: string): string => {
  switch (end) {
    case 'done':
      return `${system} is rolled out (${seconds(after)}).`;
    case 'not applied':
      return `${system} is not all there.\n  fix: ${apply}`;
    case 'stalled':
      return `${system} does not get on (${seconds(after)}).`;
    case 'timeout':
      return `${system} is not rolled out after ${seconds(after)}${causes.length === 0 ? ', and nothing says why: give it more with --timeout' : ''}.`;
  }
};
