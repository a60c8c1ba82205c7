import type { Problem } from '../rule';
import type { Step } from './place-of';

/** Far above any real system, far below what takes a minute to read. */
export const MOST_VALUES = 4_000_000;
export const DEEPEST = 64;

export interface PlainData {
  /** Whether the data may be read at all: it ends, and reading it runs no code. */
  readonly readable: boolean;
  readonly problems: readonly Problem[];
}

type Complaint = Omit<Problem, 'at'>;

/** Whether a value is data that ends: texts, numbers, booleans, lists and objects of them. */
export const plainData = (data: unknown, at: (steps: readonly Step[]) => string): PlainData => {
  const problems: Problem[] = [];
  const steps: Step[] = [];
  const above = new Set<object>();
  let left = MOST_VALUES;
  let readable = true;

  const report = (complaint: Complaint | undefined): void => {
    if (complaint !== undefined) problems.push({ at: at(steps), ...complaint });
  };
  const end = (complaint: Complaint | undefined): void => {
    if (complaint !== undefined) readable = false;
    report(complaint);
  };
  const visit = (value: unknown): void => {
    report(oddity(value));
    if (typeof value !== 'object' || value === null) return;
    const keys = keysToRead(value);
    left -= Array.isArray(value) ? value.length : keys.length;
    end(endless(left, above, value));
    above.add(value);
    for (const key of keys) {
      if (!readable) return;
      const field = Object.getOwnPropertyDescriptor(value, key);
      steps.push({ input: value, key: Array.isArray(value) ? Number(key) : key });
      end(code(field));
      if (isReserved(key)) report({ found: `${key} is a name that JavaScript keeps for itself`, fix: 'choose another name' });
      visit(field?.value);
      steps.pop();
    }
    above.delete(value);
  };
  visit(data);
  return { readable, problems };
};

const endless = (left: number, above: ReadonlySet<object>, value: object): Complaint | undefined => {
  if (left < 0) return { found: `more than ${MOST_VALUES} values`, fix: 'split it into several systems' };
  if (above.has(value)) return { found: 'data that contains itself', fix: 'write the value out, or refer to it by its reference' };
  return above.size < DEEPEST ? undefined : { found: `data more than ${DEEPEST} levels deep`, fix: 'write it flatter' };
};
const code = (field: PropertyDescriptor | undefined): Complaint | undefined =>
  field?.get === undefined && field?.set === undefined ? undefined : { found: 'a getter, which is code', fix: 'write the value itself' };
const oddity = (value: unknown): Complaint | undefined => {
  if (typeof value === 'function') return { found: 'a function, which is code', fix: 'write the value itself' };
  if (typeof value === 'symbol' || typeof value === 'bigint') return { found: `a ${typeof value}`, fix: 'write a text or a number' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { found: `${value}`, fix: 'write a number' };
  if (typeof value !== 'object' || value === null || isPlain(value)) return undefined;
  return { found: 'an object with behaviour of its own', fix: 'write plain data: a text, a number, a list, or { … }' };
};

/** A container's tables of references follow from its contract: nothing reads them of a system. */
const REFERENCES: ReadonlySet<string> = new Set(['host', 'ports', 'env', 'volumes', 'oneOffs', 'leader', 'followers']);
/** By the order in which `container({ … })` makes them. */
export const keysToRead = (value: object): readonly string[] => {
  const keys = Object.keys(value);
  return keys[1] === 'contract' && keys[2] === 'host' ? keys.filter((key) => !REFERENCES.has(key)) : keys;
};

/** Looked up in a table, such a name would find what every object inherits. */
export const isReserved = (key: string): boolean => key in Object.prototype || key === 'prototype';
/** By its prototype's own prototype, so that data of another realm passes too. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Array.isArray(value) || Object.getPrototypeOf(prototype) === null;
};
