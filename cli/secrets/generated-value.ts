import { randomInt } from 'node:crypto';

/** Safe in a URL, a shell, YAML and a connection string alike. */
export const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new secret. Each character is as likely as any other: `randomInt` rejects what a remainder would favour. */
export const generatedValue = (length: number): string =>
  Array.from({ length }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join('');
