import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ComposeExpectation } from './expectation';

const FOLDER = join(__dirname, '..', '..', '..', 'systems', 'compose');

/** What the clauses of a system say of its compose file beyond its data; none where the system has no such file. */
export const readComposeExpectations = (system: string): readonly ComposeExpectation[] => {
  const path = join(FOLDER, `${system}.yaml`);
  if (!existsSync(path)) return [];
  const read = (parse(readFileSync(path, 'utf8')) ?? {}) as Readonly<Record<string, readonly Omit<ComposeExpectation, 'clause'>[]>>;
  return Object.entries(read).flatMap(([clause, list]) => list.map((one) => ({ ...one, clause })));
};
