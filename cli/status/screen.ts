import { oneLine } from '../diff/forms/clean';
import type { Colour } from '../diff/forms/to-text';
import { progressLine, summaryLine } from './to-lines';
import type { Seen } from './watch-rollout';

/** Where the progress goes while it happens. */
export interface Screen {
  readonly show: (seen: Seen) => void;
  /** Takes away what is written over. */
  readonly end: () => void;
}
interface Out {
  readonly write: (text: string) => unknown;
  /** Columns of a terminal; undefined: a log, which nothing is written over. */
  readonly columns: number | undefined;
  readonly paint: (colour: Colour, text: string) => string;
}

/** A line for each change; on a terminal also one line that is written over, so that one sees that it still looks. */
export const screen = ({ write, columns, paint }: Out): Screen => {
  const told = new Map<string, string>();
  const wipe = columns === undefined ? '' : '\r\u001b[K';
  const isNew = (key: string, text: string): boolean => {
    const known = told.get(key);
    told.set(key, text);
    return known !== text;
  };
  const changes = ({ progress, causes }: Seen): readonly string[] => [
    ...progress.filter(({ name, text }) => isNew(name, text)).map((one) => progressLine(one, paint)),
    ...causes
      .filter(({ at, what }) => isNew(`cause of ${at}`, kindOf(what)))
      .map(({ at, what }) => `${paint('yellow', '‼')} ${oneLine(`${at}: ${what}`)}`),
  ];
  return {
    show: (seen) => {
      const lines = changes(seen).map((line) => `${line}\n`);
      if (lines.length > 0 || columns !== undefined)
        write(`${wipe}${lines.join('')}${columns === undefined ? '' : summaryLine(seen).slice(0, columns - 1)}`);
    },
    end: () => write(wipe),
  };
};
/** Counts in a sentence go up with each look. */
const kindOf = (what: string): string => what.replace(/\d+/g, '#');
