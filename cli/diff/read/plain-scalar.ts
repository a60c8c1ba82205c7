// kubectl reads YAML 1.1 as go-yaml v2 does: yes and on are true, a leading 0 is octal.
const TRUE = new Set(['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'y', 'Y']);
const FALSE = new Set(['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'n', 'N']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const WHOLE = /^[-+]?(?:0|[1-9]\d{0,14})$/;
const DECIMAL = /^[-+]?(?:0|[1-9]\d*)\.\d+$/;
const startsLikeNumber = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return (code > 47 && code < 58) || code === 45 || code === 46 || code === 43;
};
/** Every other way to write a number: octal, hexadecimal, with an exponent, with underscores, infinite. */
const ODD_NUMBER = /^[-+]?(?:[\d_]+|0[box]\w*|\.\d[\d_]*|\d[\d_]*\.[\d_]*|(?:\.\d+|\d+\.?\d*)e[-+]?\d+|\.inf|\.nan)$/i;

/** The value of an unquoted word; undefined: let the YAML library decide. */
export const plainScalar = (word: string): string | number | boolean | null | undefined => {
  if (startsLikeNumber(word)) {
    if (WHOLE.test(word) || DECIMAL.test(word)) return Number(word);
    return ODD_NUMBER.test(word) ? undefined : word;
  }
  if (word.length > LONGEST_WORD) return word;
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  return NULL.has(word) ? null : word;
};
/** Of `false`: what is longer means itself. */
const LONGEST_WORD = 5;
export const isTrueWord = (word: string): boolean => TRUE.has(word);
export const isBooleanWord = (word: string): boolean => word.length <= LONGEST_WORD && (TRUE.has(word) || FALSE.has(word));
