// kubectl reads YAML 1.1 as go-yaml v2 does: yes and on are true, a leading 0 is octal.
const TRUE = new Set(['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'y', 'Y']);
const FALSE = new Set(['false', 'False', 'FALSE', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'n', 'N']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const WHOLE = /^[-+]?(?:0|[1-9]\d{0,14})$/;
const DECIMAL = /^[-+]?(?:0|[1-9]\d*)\.\d+$/;
/** A first sign that no plain text of ours begins with, and a number no other way to write it. */
const STARTS_LIKE_NUMBER = /^[-+.\d]/;
const SURELY_TEXT = /^\d[\w.]*[g-wyzG-WYZ/-]|^\d+\.\d+\.\d|^\d+[KMGTPE]i?$|^\/|^\.\//;

/** The value of an unquoted word; undefined: let the YAML library decide. */
export const plainScalar = (word: string): string | number | boolean | null | undefined => {
  if (STARTS_LIKE_NUMBER.test(word)) {
    if (WHOLE.test(word) || DECIMAL.test(word)) return Number(word);
    return SURELY_TEXT.test(word) && !/^0[box]/i.test(word) && !/^[\d_]+$/.test(word) && !/^[\d.]+e/i.test(word) ? word : undefined;
  }
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  return NULL.has(word) ? null : word;
};
export const isTrueWord = (word: string): boolean => TRUE.has(word);
export const isBooleanWord = (word: string): boolean => TRUE.has(word) || FALSE.has(word);
