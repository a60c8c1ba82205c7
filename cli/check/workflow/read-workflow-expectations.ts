import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { WorkflowExpectation } from './expectation';

const FOLDER = join(__dirname, '..', '..', '..', 'systems', 'workflows');

/** What the clauses of a system say of workflows beyond its data; none where the system has no such file. */
export const readWorkflowExpectations = (system: string): readonly WorkflowExpectation[] => {
  const path = join(FOLDER, `${system}.yaml`);
  if (!existsSync(path)) return [];
  const read = (parse(readFileSync(path, 'utf8')) ?? {}) as Readonly<Record<string, readonly Omit<WorkflowExpectation, 'clause'>[]>>;
  return Object.entries(read).flatMap(([clause, list]) => list.map((one) => ({ ...one, clause })));
};
