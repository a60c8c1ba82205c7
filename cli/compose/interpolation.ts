/** A dollar sign that compose leaves alone. */
export const asItIs = (text: string): string => text.replaceAll('$', '$$$$');

/** From .env or the shell; without a value nothing starts, and `why` is said. */
export const demanded = (name: string, why: string): string => `\${${name}:?${why.replace(/[{}$\p{C}]+/gu, ' ').trim()}}`;

/** From .env or the shell, or else `fallback`. One that would end the expression is written out, and .env cannot change it. */
export const otherwise = (name: string, fallback: string): string =>
  /[{}$\\"'`\p{C}]/u.test(fallback) ? asItIs(fallback) : `\${${name}:-${fallback}}`;
