import { isList, isObject, type Json } from '../json';
import { isHidden } from '../read/sensitive';

/** A value in a sentence: short, on one line, and never a secret. */
export const shown = (value: Json): string => {
  if (value === undefined) return 'nothing';
  if (isHidden(value)) return '«hidden»';
  if (isObject(value) || isList(value)) return clipped(JSON.stringify(withoutHidden(value)));
  return clipped(String(value));
};
const clipped = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}...` : text);

/** A value with its secrets' marks made readable. */
export const withoutHidden = (value: Json): Json => {
  if (isHidden(value)) return '«hidden»';
  if (isList(value)) return value.map(withoutHidden);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutHidden(child)])) : value;
};
