import { type GivenValue, isSource } from '../plain';
import { flatMap } from '../reading/flat-map';
import { givings } from '../reading/given-to';
import type { Rule, SystemSubject } from '../rule';

export const givenTextsArePrintable: Rule<SystemSubject> = {
  id: 'given-texts-are-printable',
  promise: 'No value holds a control character: a NUL ends it early, and a process that has one in its environment does not start.',
  source: 'https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html',
  problems: ({ system }) =>
    flatMap(givings(system), ({ at, value }) => {
      const character = unprintable(value);
      return character === undefined ? [] : [{ at, ...unprintableProblem(character) }];
    }),
};
export const unprintableProblem = (character: string) => ({
  found: `the value holds the character ${character}`,
  fix: 'remove it; it often comes with pasted text',
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for, and halves of a character; tabs and line feeds are text
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/u;
/** The code point alone: the text around it may be secret. */
export const unprintable = (value: GivenValue): string | undefined => {
  if (isSource(value)) return value.from === 'text' ? value.parts.map((part) => unprintable(part as GivenValue)).find(Boolean) : undefined;
  const code = UNPRINTABLE.exec(value)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};
