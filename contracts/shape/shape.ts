import * as v from 'valibot';
import { nearest } from '../reading/nearest';

export interface SomeShape {
  readonly schema: v.GenericSchema;
  /** Completes "write …". */
  readonly expected: string;
}
/**
 * The run-time half of a type. `exactly` exists for the compiler alone: it makes a shape that takes more or less than its type
 * a type error, so that the interfaces and the shapes cannot drift apart.
 */
export interface Shape<T> extends SomeShape {
  readonly exactly?: (value: T) => T;
}

/** A text whose form is a rule's to judge: `Shape<Duration>`. */
export const formOf = <T extends string>(expected: string): Shape<T> => ({ schema: v.string(`write ${expected}`), expected });
export const text: Shape<string> = formOf('a text');
export const number: Shape<number> = { schema: v.number('write a number'), expected: 'a number' };
export const yesOrNo: Shape<boolean> = { schema: v.boolean('write true or false'), expected: 'true or false' };
export const always: Shape<true> = { schema: v.literal(true, 'write true, or leave it out'), expected: 'true' };
/** Data of any kind, of which only that it is data is checked. */
export const anything: Shape<unknown> = { schema: v.unknown(), expected: 'a value' };
export const textOrNumber: Shape<string | number> = {
  schema: v.union([v.string(), v.number()], 'write a text or a number'),
  expected: 'a text or a number',
};
export const oneOf = <const W extends string>(...words: readonly W[]): Shape<W> => {
  const expected = words.map(quoted).join(' or ');
  const meant = (input: unknown) => (typeof input === 'string' ? nearest(input, words) : undefined);
  const instruction = (near: string | undefined) =>
    near === undefined ? `write ${expected}` : `did you mean ${quoted(near)}? Write ${expected}`;
  return { schema: v.picklist(words, ({ input }) => instruction(meant(input))), expected };
};
const quoted = (word: string): string => `"${word}"`;

/** A field that may be left out. */
export const maybe = <T>(shape: Shape<T>): Shape<T | undefined> => ({
  expected: shape.expected,
  // null is the word of other formats for "left out": here it is neither.
  schema: v.optional(
    v.lazy((input) => (input === null ? v.custom(() => false, `leave it out, or write ${shape.expected}`) : shape.schema)),
  ),
});
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => {
  const expected = `a list: [${item.expected}, …]`;
  return { schema: v.array(item.schema, `write ${expected}`), expected };
};
export const atLeastOne = <T>(item: Shape<T>): Shape<readonly [T, ...T[]]> => {
  const { expected } = list(item);
  return { schema: v.pipe(v.array(item.schema, `write ${expected}`), v.minLength(1, `write at least one: [${item.expected}]`)), expected };
};
/** Entries by names of the author's choice. `said` would pass for a value that says who said it. */
export const table = <T>(entry: Shape<T>): Shape<Readonly<Record<string, T>>> => {
  const expected = `a table: { name: ${entry.expected} }`;
  const name = v.custom<string>((key) => key !== 'said', 'choose another name: `said` is a word of the language');
  return { schema: v.pipe(notAList(expected), v.record(name, entry.schema, `write ${expected}`)), expected };
};

/** Exactly the fields of an interface, each with the shape of its type. */
export const fields = <T>(entries: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> => {
  const shapes = entries as Readonly<Record<string, SomeShape>>;
  const known = Object.keys(shapes);
  const needed = known.filter((key) => shapes[key]?.schema.type !== 'optional');
  const expected = `{ ${(needed.length > 0 ? needed : known).join(', ')} }`;
  const missing = (issue: v.BaseIssue<unknown>) => {
    const key = String(issue.path?.at(-1)?.key);
    return issue.path === undefined ? `write ${expected}` : `add ${key}: ${shapes[key]?.expected}`;
  };
  return {
    expected,
    schema: v.pipe(
      notAList(expected),
      v.looseObject(Object.fromEntries(known.map((key) => [key, shapes[key]?.schema as v.GenericSchema])), missing),
      // v.strictObject stops at the first unknown field; an author wants to hear of all of them.
      v.rawCheck(({ dataset: { value }, addIssue }) => {
        if (typeof value !== 'object' || value === null) return;
        for (const key of Object.keys(value).filter((one) => !known.includes(one))) {
          addIssue({ received: 'a field that does not exist', message: instead(key, known), path: [pathTo(value as Fields, key)] });
        }
      }),
    ),
  };
};
export type Fields = Record<string, unknown>;
export const pathTo = (input: Fields, key: string): v.ObjectPathItem => ({ type: 'object', origin: 'key', input, key, value: input[key] });
const instead = (key: string, known: readonly string[]): string => {
  const near = nearest(key, known);
  return near === undefined
    ? `remove it; the fields here are ${known.join(', ')}`
    : `did you mean ${near}? Write that, or remove the field`;
};
const notAList = (expected: string) => v.custom<object>((input) => !Array.isArray(input), `write ${expected}`);

/** One of several kinds, told apart by a field that every kind has. */
export const chosenBy = <T, K extends keyof T & string>(
  key: K,
  kinds: { readonly [W in T[K] & string]: Shape<Extract<T, { readonly [F in K]: W }>> },
): Shape<T> => byWord(key, kinds);
/** The same where the compiler cannot follow. */
export const byWord = (key: string, shapes: Readonly<Record<string, SomeShape>>): SomeShape => {
  const words = Object.keys(shapes);
  const expected = `{ ${key}: ${words.map(quoted).join(' or ')}, … }`;
  const undecided = v.looseObject({ [key]: oneOf(...words).schema }, ({ path }) =>
    path === undefined ? `write ${expected}` : `add ${key}: ${words.map(quoted).join(' or ')}`,
  );
  const kindOf = (input: unknown) => (typeof input === 'object' && input !== null ? (input as Fields)[key] : undefined);
  return {
    expected,
    schema: v.lazy((input) => {
      const kind = kindOf(input);
      return (typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind]?.schema : undefined) ?? undecided;
    }),
  };
};
