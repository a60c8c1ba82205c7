import { oneLine } from '../diff/forms/clean';
import type { Colour } from '../diff/forms/to-text';
import type { Lack } from './outcome';
import type { Part } from './preflight';

export interface Shown {
  readonly target: string;
  readonly context: string;
  readonly url: string;
  readonly parts: readonly Part[];
  readonly timings: boolean;
  /** Milliseconds from the first question to the last answer. */
  readonly milliseconds: number;
}
type Paint = (colour: Colour, text: string) => string;

/** As `linkerd check` has it: a line for what was looked at, and under each lack why it matters and what cures it. */
export const toText = ({ target, context, url, parts, timings, milliseconds }: Shown, paint: Paint): string => {
  const systems = [...new Set(parts.map(({ system }) => system))];
  const groups = systems.map((system) => {
    const lines = parts.filter((part) => part.system === system).flatMap((part) => linesOf(part, paint));
    return `${paint('bold', system ?? 'cluster')}\n${lines.join('')}\n`;
  });
  const lacks = parts.flatMap((part) => part.lacks).length;
  const end = lacks === 0 ? `Nothing is missing: apply may go ahead.` : `${lacks} ${lacks === 1 ? 'thing is' : 'things are'} missing.`;
  const head = `${oneLine(`context ${context} (${url}) for ${target}`)}\n\n`;
  return `${head}${groups.join('')}${end}\n${timings ? timesOf(parts, milliseconds) : ''}`;
};

const linesOf = ({ check, good, notes, lacks }: Part, paint: Paint): readonly string[] => [
  ...good.map((text) => `${paint('green', '√')} ${oneLine(text)}\n`),
  ...notes.map((text) => `${paint('yellow', '‼')} ${oneLine(text)}\n`),
  ...lacks.map((lack) => lackText(check, lack, paint)),
];
const lackText = (check: string, { what, why, cure }: Lack, paint: Paint): string => {
  const [first = '', ...more] = cure.split('\n').map(oneLine);
  const rest = more.map((line) => `          ${paint('bold', line)}\n`).join('');
  return `${paint('red', '×')} ${oneLine(what)} ${paint('dim', `[${check}]`)}\n    why:  ${oneLine(why)}\n    cure: ${paint('bold', first)}\n${rest}`;
};
/** Where the time went; parts run side by side, so that the sum is more than the whole. */
const timesOf = (parts: readonly Part[], milliseconds: number): string =>
  `\n${parts
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .map((part) => `${String(part.milliseconds).padStart(6)} ms  ${part.check}${part.system === undefined ? '' : ` of ${part.system}`}\n`)
    .join('')}${String(milliseconds).padStart(6)} ms  all, side by side\n`;
