import { joined, type Part, type Parts } from '../read/parts';

/** First of the characters that stand for what is not known while a line is divided. */
const FIRST = 0xe000;
const MOST = 0x1000;
export const HOLES = /[\uE000-\uEFFF]/;

/** A line with its expressions put in, each unknown stretch as one character: GitHub puts them in before anybody divides the line. */
export const withHoles = (parts: Parts): { readonly text: string; readonly read: (text: string) => Parts } => {
  const holes = parts.filter((part) => typeof part !== 'string').slice(0, MOST);
  let next = 0;
  const text = parts.map((part) => (typeof part === 'string' ? part : String.fromCharCode(FIRST + Math.min(next++, MOST - 1)))).join('');
  return {
    text,
    read: (some) =>
      joined(some.split(/([\uE000-\uEFFF])/).map((one): Part => (HOLES.test(one) ? (holes[one.charCodeAt(0) - FIRST] ?? one) : one))),
  };
};
/** The same without a scope: expressions count as unknown. */
export const withoutExpressions = (line: string): string => line.replace(/\$\{\{[\s\S]*?\}\}/g, String.fromCharCode(FIRST));
