import { oneLine } from './clean';

const SPECIAL = /[&<>"'`*_[\]()|\\~#!@$:{}=^+]|www(?=\.)/g;
const entity = (found: string): string => (found === 'www' ? 'ww&#119;' : `&#${found.codePointAt(0)};`);
const clipped = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * Text of a manifest as a cell or a line of Markdown, where nothing in it is Markdown, HTML, a link or a mention. GitHub looks for mentions
 * and issues in what is rendered, so their signs stand in a code element of their own.
 */
export const markdownText = (text: string, most = 400): string =>
  clipped(oneLine(text), most).replace(SPECIAL, (found) =>
    found === '@' || found === '#' ? `<code>${entity(found)}</code>` : entity(found),
  );

/** The same as code. */
export const markdownCode = (text: string, most = 200): string => `<code>${clipped(oneLine(text), most).replace(SPECIAL, entity)}</code>`;

/** Lines as a block of code that no line of theirs can end. */
export const fenced = (language: string, lines: readonly string[]): string => {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
};
