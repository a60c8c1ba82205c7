import type { Json, JsonObject } from '../../json';

/** Something that no API server takes, whatever was there before. */
export interface Problem {
  readonly path: string;
  readonly found: string;
  readonly fix: string;
  /** The first minor version of 1.x that looks at it. */
  readonly since?: number;
  /** The last one that refuses it. */
  readonly until?: number;
}
/** Looks at one object as the server would keep it. */
export type Check = (object: JsonObject) => readonly Problem[];

export const problem = (path: string, found: string, fix: string): Problem => ({ path, found, fix });
export const isWhole = (value: Json, from: number, to = Number.MAX_SAFE_INTEGER): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
/** The first text that stands twice. */
export const twice = (texts: readonly string[]): string | undefined => texts.find((text, index) => texts.indexOf(text) !== index);

const PART = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
export const isDnsLabel = (text: string): boolean => text.length <= 63 && PART.test(text);
export const isDnsName = (text: string): boolean => text.length <= 253 && text.split('.').every((part) => PART.test(part));
export const isLabelValue = (text: string): boolean =>
  text === '' || (text.length <= 63 && /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/.test(text));
export const isLabelKey = (text: string): boolean => {
  const [prefix, ...rest] = text.includes('/') ? text.split('/') : [undefined, text];
  return rest.length === 1 && rest[0] !== '' && isLabelValue(rest[0] ?? '') && (prefix === undefined || isDnsName(prefix));
};
