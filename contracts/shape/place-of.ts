import { isSaid } from './said-shape';

/** One step from a whole to a part of it. */
export interface Step {
  readonly input: unknown;
  readonly key: string | number;
}
/** Steps of the data to those of the author's words, as `checkAll` puts them elsewhere. */
export type Shortcut = (keys: readonly (string | number)[], data: unknown) => readonly (string | number)[];

/** `todo-chatbot.backend.health.liveness.path`: what stands around a value to say who said it is no part of its place. */
export const placeOf = (start: string, data: unknown, steps: readonly Step[], shortcut: Shortcut): string => {
  const keys = steps.filter(({ input, key }) => !(key === 'value' && isSaid(input) && Object.hasOwn(input, 'value'))).map(({ key }) => key);
  return shortcut(keys, data).reduce<string>((at, key) => (typeof key === 'number' ? `${at}[${key}]` : `${at}.${shortened(key)}`), start);
};
const LONGEST = 64;
const shortened = (key: string): string => (key.length > LONGEST ? `${key.slice(0, LONGEST)}…` : key);

/** A contract is called by its role: `todo-chatbot.backend`. The tables of references beside it have their names from it. */
export const contractPlace: Shortcut = (keys) => {
  const [first, role, third, ...rest] = keys;
  if (first !== 'containers' || role === undefined || third === undefined) return keys;
  return third === 'contract' ? [role, ...rest] : rest.length > 0 ? [role, third, ...rest] : keys;
};
/** Settings are called by their system: `production.todo-chatbot`. */
export const settingsPlace: Shortcut = (keys, data) => {
  const [first, index, third, ...rest] = keys;
  if (first !== 'systems' || typeof index !== 'number' || third !== 'settings') return keys;
  const { system } = ((data as { readonly systems: readonly { readonly system?: unknown }[] }).systems[index] ?? {}) as {
    readonly system?: unknown;
  };
  return typeof system === 'string' ? [system, ...rest] : keys;
};
