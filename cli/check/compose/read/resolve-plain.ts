import { HOLE } from './node';

export interface Resolved {
  readonly value: string | number | boolean | null;
  readonly text: string;
}
const NULLS = ['', '~', 'null', 'Null', 'NULL'];
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
const WHOLE = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]|$)/;
const LARGEST = 2n ** 64n;

/**
 * A plain scalar as the YAML library of Compose takes it: `yes` and `on` stay words, `0755` is octal and `1_000` a thousand.
 * A date would become a moment, whose text nobody writes: it counts as not known.
 */
export const resolvePlain = (source: string): Resolved => {
  if (NULLS.includes(source)) return { value: null, text: '' };
  if (TRUE.includes(source)) return { value: true, text: 'true' };
  if (FALSE.includes(source)) return { value: false, text: 'false' };
  if (/^[-+.\d]/.test(source)) {
    if (DATE.test(source)) return { value: HOLE, text: HOLE };
    const plain = source.replaceAll('_', '');
    const whole = WHOLE.test(plain) ? wholeOf(plain) : undefined;
    if (whole !== undefined) return { value: Number(whole), text: whole === 0n && plain.startsWith('-') ? '-0' : whole.toString() };
    if (FLOAT.test(plain)) return { value: Number(plain), text: floatText(Number(plain)) };
    if (/^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/.test(source)) return { value: HOLE, text: HOLE };
  }
  return { value: source, text: source };
};
const wholeOf = (plain: string): bigint | undefined => {
  if (plain.length > 70) return undefined;
  const digits = plain.replace(/^[-+]/, '');
  const size = BigInt(/^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits);
  if (size >= LARGEST) return undefined;
  return plain.startsWith('-') ? -size : size;
};
/** As Go prints it: `1e+06` from a million on, `1e-05` below a ten-thousandth. */
const floatText = (value: number): string => {
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e6)
    ? value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2')
    : Object.is(value, -0)
      ? '-0'
      : String(value);
};
