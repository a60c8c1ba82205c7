import type * as v from 'valibot';
import type { Finding } from '../finding';
import { quote } from '../reading/quote';
import type { Problem } from '../rule';
import { isPlainData } from './is-plain-data';
import { placeOf, type Shortcut, type Step } from './place-of';
import { plainData } from './plain-data';
import type { SomeShape } from './shape';

const RULE = 'shape';
/** Every way in which data is not of a shape; none, and it can be read without a crash. */
export const shapeFindings = (shape: SomeShape, data: unknown, start: string, shortcut: Shortcut = (keys) => keys): readonly Finding[] => {
  if (isPlainData(data) && shape.fits(data)) return [];
  const at = (steps: readonly Step[]) => placeOf(start, data, steps, shortcut);
  const plain = plainData(data, at);
  const issues = plain.readable ? ((require('valibot') as typeof v).safeParse(shape.schema(), data).issues ?? []) : [];
  const problems = issues.map((issue) => problemOf(issue, at(stepsOf(issue))));
  // What is no data at all is of no shape either, and a reference repeats what its contract says: once is enough.
  const odd = new Map(plain.problems.map((problem) => [problem.at, problem]));
  const rest = problems.filter((problem) => !placesAbove(problem.at).some((place) => odd.has(place)));
  return [...odd.values(), ...rest].map((problem) => ({ ...problem, rule: RULE }));
};

/** The place itself and everything above it. */
const placesAbove = (at: string): readonly string[] => [at, ...[...at.matchAll(/[.[]/g)].map(({ index }) => at.slice(0, index))];

const stepsOf = ({ path }: v.BaseIssue<unknown>): readonly Step[] =>
  (path ?? []).map(({ input, key }) => ({ input, key: key as string | number }));

const problemOf = (issue: v.BaseIssue<unknown>, at: string): Problem => ({
  at,
  found: issue.type === 'raw_check' ? issue.received : described(issue.input, issue.type === 'picklist' || !mayBeSecret(issue)),
  fix: issue.message,
});

/** Below these a value may be one that nobody else must read, put there by mistake. */
const SECRETIVE: readonly unknown[] = ['given', 'secrets', 'values', 'env', 'arguments', 'settings', 'labels', 'annotations'];
const mayBeSecret = ({ path }: v.BaseIssue<unknown>): boolean => path?.some(({ key }) => SECRETIVE.includes(key)) ?? false;

const described = (value: unknown, shown: boolean): string => {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return shown ? `the text ${quote(value)}` : 'a text';
  if (typeof value === 'number') return shown ? `the number ${value}` : 'a number';
  return typeof value === 'object' ? 'an object' : typeof value === 'boolean' ? `${value}` : `a ${typeof value}`;
};
