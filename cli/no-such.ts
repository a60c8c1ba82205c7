import { printable } from '../contracts/finding';
import { nearest } from '../contracts/reading/nearest';

const FEW = 12;

/** What to say about a name that nobody knows: `system todo-chatbt: not found`, and what was probably meant. */
export const noSuch = (what: string, name: string, known: readonly string[], others = allOf(known)): string => {
  const near = nearest(name, known);
  const fix = near === undefined ? others : known.length > FEW ? `did you mean ${near}?` : `did you mean ${near}? Otherwise ${others}`;
  return printable(`${what} ${name}: not found\n  fix: ${fix}`);
};
const allOf = (known: readonly string[]): string => (known.length === 0 ? 'there is none' : `there is ${known.join(', ')}`);
