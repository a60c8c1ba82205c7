import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Expectation } from './expectation';

const FOLDER = join(__dirname, '..', '..', 'systems', 'dockerfiles');

/** What the clauses of a system say of single instructions; none where the system has no such file. */
export const readExpectations = (system: string): readonly Expectation[] => {
  const path = join(FOLDER, `${system}.yaml`);
  if (!existsSync(path)) return [];
  const read = (parse(readFileSync(path, 'utf8')) ?? {}) as Readonly<Record<string, readonly Omit<Expectation, 'clause'>[]>>;
  return Object.entries(read).flatMap(([clause, list]) => list.map((one) => ({ ...one, clause })));
};
