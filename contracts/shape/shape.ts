import type * as valibot from 'valibot';
import { nearest } from '../reading/nearest';

export interface SomeShape {
  /** Whether data is of this shape: all that most runs ask, and a tenth of the work of finding out where it is not. */
  readonly fits: (data: unknown) => boolean;
  /** Finds where data is not of this shape. It and its library are made when data does not fit, and not at every start. */
  readonly schema: () => valibot.GenericSchema;
  /** Completes "write …"; put together, as the schema is, only for data that does not fit. */
  readonly expected: () => string;
  /** Whether a field of this shape may be left out. */
  readonly isOptional?: boolean;
}
/**
 * The run-time half of a type. `exactly` exists for the compiler alone: it makes a shape that takes more or less than its type
 * a type error, so that the interfaces and the shapes cannot drift apart.
 */
export interface Shape<T> extends SomeShape {
  readonly exactly?: (value: T) => T;
}

export type Valibot = typeof valibot;
export const shapeOf = <T>(
  expected: SomeShape['expected'],
  fits: SomeShape['fits'],
  make: (v: Valibot) => valibot.GenericSchema,
  isOptional = false,
): Shape<T> => {
  let made: valibot.GenericSchema | undefined;
  return {
    expected,
    fits,
    isOptional,
    schema: () => {
      made ??= make(require('valibot') as Valibot);
      return made;
    },
  };
};
const isText = (data: unknown): boolean => typeof data === 'string';
const isNumber = (data: unknown): boolean => typeof data === 'number';

/** A text whose form is a rule's to judge: `Shape<Duration>`. */
export const formOf = <T extends string>(expected: string): Shape<T> =>
  shapeOf(
    () => expected,
    isText,
    (v) => v.string(`write ${expected}`),
  );
export const text: Shape<string> = formOf('a text');
export const number: Shape<number> = shapeOf(
  () => 'a number',
  isNumber,
  (v) => v.number('write a number'),
);
export const yesOrNo: Shape<boolean> = shapeOf(
  () => 'true or false',
  (data) => typeof data === 'boolean',
  (v) => v.boolean('write true or false'),
);
export const always: Shape<true> = shapeOf(
  () => 'true',
  (data) => data === true,
  (v) => v.literal(true, 'write true, or leave it out'),
);
/** Data of any kind, of which only that it is data is checked. */
export const anything: Shape<unknown> = shapeOf(
  () => 'a value',
  () => true,
  (v) => v.unknown(),
);
export const textOrNumber: Shape<string | number> = shapeOf(
  () => 'a text or a number',
  (data) => isText(data) || isNumber(data),
  (v) => v.union([v.string(), v.number()], 'write a text or a number'),
);
export const oneOf = <const W extends string>(...words: readonly W[]): Shape<W> => {
  const expected = () => words.map(quoted).join(' or ');
  const meant = (input: unknown) => (typeof input === 'string' ? nearest(input, words) : undefined);
  const instruction = (near: string | undefined) =>
    near === undefined ? `write ${expected()}` : `did you mean ${quoted(near)}? Write ${expected()}`;
  return shapeOf(
    expected,
    (data) => (words as readonly unknown[]).includes(data),
    (v) => v.picklist(words, ({ input }) => instruction(meant(input))),
  );
};
const quoted = (word: string): string => `"${word}"`;

/** A field that may be left out. */
export const maybe = <T>(shape: Shape<T>): Shape<T | undefined> =>
  shapeOf(
    shape.expected,
    (data) => data === undefined || (data !== null && shape.fits(data)),
    // null is the word of other formats for "left out": here it is neither.
    (v) =>
      v.optional(
        v.lazy((input) => (input === null ? v.custom(() => false, `leave it out, or write ${shape.expected()}`) : shape.schema())),
      ),
    true,
  );
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => {
  const expected = () => `a list: [${item.expected()}, …]`;
  return shapeOf(
    expected,
    (data) => Array.isArray(data) && allFit(item, data),
    (v) => v.array(item.schema(), `write ${expected()}`),
  );
};
export const atLeastOne = <T>(item: Shape<T>): Shape<readonly [T, ...T[]]> => {
  const { expected } = list(item);
  return shapeOf(
    expected,
    (data) => Array.isArray(data) && data.length > 0 && allFit(item, data),
    (v) => v.pipe(v.array(item.schema(), `write ${expected()}`), v.minLength(1, `write at least one: [${item.expected()}]`)),
  );
};
const allFit = (item: SomeShape, data: readonly unknown[]): boolean => {
  // By index, since `every` passes over what is missing.
  for (let index = 0; index < data.length; index++) if (!item.fits(data[index])) return false;
  return true;
};
/** Entries by names of the author's choice. `said` would pass for a value that says who said it. */
export const table = <T>(entry: Shape<T>): Shape<Readonly<Record<string, T>>> => {
  const expected = () => `a table: { name: ${entry.expected()} }`;
  return shapeOf(
    expected,
    (data) => {
      if (!isTable(data)) return false;
      const keys = Object.keys(data);
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index] as string;
        if (key === 'said' || !entry.fits(data[key])) return false;
      }
      return true;
    },
    (v) => {
      const name = v.custom<string>((key) => key !== 'said', 'choose another name: `said` is a word of the language');
      return v.pipe(notAList(v, expected()), v.record(name, entry.schema(), `write ${expected()}`));
    },
  );
};
const isTable = (data: unknown): data is Fields => typeof data === 'object' && data !== null && !Array.isArray(data);

interface Known {
  readonly byName: ReadonlyMap<string, SomeShape>;
  /** How many must be there. */
  readonly needed: number;
}
const knownOf = (shapes: Readonly<Record<string, SomeShape>>): Known => {
  const byName = new Map<string, SomeShape>();
  let needed = 0;
  for (const key in shapes) {
    const shape = shapes[key] as SomeShape;
    byName.set(key, shape);
    if (shape.isOptional !== true) needed++;
  }
  return { byName, needed };
};

/** Exactly the fields of an interface, each with the shape of its type. */
export const fields = <T>(entries: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> => {
  const shapes = entries as Readonly<Record<string, SomeShape>>;
  const needed = () => Object.keys(shapes).filter((key) => shapes[key]?.isOptional !== true);
  const expected = () => `{ ${(needed().length > 0 ? needed() : Object.keys(shapes)).join(', ')} }`;
  const missing = (issue: valibot.BaseIssue<unknown>) => {
    const key = String(issue.path?.at(-1)?.key);
    return issue.path === undefined ? `write ${expected()}` : `add ${key}: ${shapes[key]?.expected()}`;
  };
  let known: Known | undefined;
  return shapeOf(
    expected,
    (data) => {
      if (!isTable(data)) return false;
      known ??= knownOf(shapes);
      const keys = Object.keys(data);
      let found = 0;
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index] as string;
        const shape = known.byName.get(key);
        if (shape === undefined || !shape.fits(data[key])) return false;
        if (shape.isOptional !== true) found++;
      }
      return found === known.needed;
    },
    (v) =>
      v.pipe(
        notAList(v, expected()),
        v.looseObject(
          Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, shape.schema() as valibot.GenericSchema])),
          missing,
        ),
        // v.strictObject stops at the first unknown field; an author wants to hear of all of them.
        v.rawCheck(({ dataset: { value }, addIssue }) => {
          if (typeof value !== 'object' || value === null) return;
          for (const key of Object.keys(value).filter((one) => !Object.hasOwn(shapes, one))) {
            addIssue({
              received: 'a field that does not exist',
              message: instead(key, Object.keys(shapes)),
              path: [pathTo(value as Fields, key)],
            });
          }
        }),
      ),
  );
};
export type Fields = Record<string, unknown>;
export const pathTo = (input: Fields, key: string): valibot.ObjectPathItem => ({
  type: 'object',
  origin: 'key',
  input,
  key,
  value: input[key],
});
const instead = (key: string, known: readonly string[]): string => {
  const near = nearest(key, known);
  return near === undefined
    ? `remove it; the fields here are ${known.join(', ')}`
    : `did you mean ${near}? Write that, or remove the field`;
};
const notAList = (v: Valibot, expected: string) => v.custom<object>((input) => !Array.isArray(input), `write ${expected}`);

/** One of several kinds, told apart by a field that every kind has. */
export const chosenBy = <T, K extends keyof T & string>(
  key: K,
  kinds: { readonly [W in T[K] & string]: Shape<Extract<T, { readonly [F in K]: W }>> },
): Shape<T> => byWord(key, kinds);
/** The same where the compiler cannot follow. */
export const byWord = (key: string, shapes: Readonly<Record<string, SomeShape>>): SomeShape => {
  const words = () => Object.keys(shapes);
  const choice = () => `${key}: ${words().map(quoted).join(' or ')}`;
  const expected = () => `{ ${choice()}, … }`;
  const kindOf = (input: unknown): SomeShape | undefined => {
    const kind = typeof input === 'object' && input !== null ? (input as Fields)[key] : undefined;
    return typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  };
  return shapeOf(
    expected,
    (data) => kindOf(data)?.fits(data) ?? false,
    (v) => {
      const undecided = v.looseObject({ [key]: oneOf(...words()).schema() }, ({ path }) =>
        path === undefined ? `write ${expected()}` : `add ${choice()}`,
      );
      return v.lazy((input) => kindOf(input)?.schema() ?? undecided);
    },
  );
};
