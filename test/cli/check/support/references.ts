import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckInput, checkFiles } from '../../../../cli/check/check-files';
import type { CheckFinding } from '../../../../cli/check/check-finding';
import { promisedOf } from '../../../../cli/check/promised-of';
import { readExpectations } from '../../../../cli/check/read-expectations';
import type { Promised } from '../../../../cli/check/rule';
import { readClauses } from '../../../../cli/clauses/read-clauses';
import { systems } from '../../../../systems';

export const TODAY = '2026-11-21';
export const ALL_PROMISED = systems.flatMap((system) => promisedOf(system, readClauses(system.name), readExpectations(system.name)));
export const promisedCalled = (at: string): Promised => {
  const found = ALL_PROMISED.find((one) => one.at === at);
  if (found === undefined) throw new Error(`there is no contract ${at}`);
  return found;
};
/** The reference files of a container, as `waybill check` takes them. */
export const referenceOf = (at: string): Pick<CheckInput, 'dockerfile' | 'dockerignore'> => {
  const path = join(__dirname, '..', '..', '..', '..', 'examples', ...at.split('.'), 'Dockerfile');
  const ignore = `${path}.dockerignore`;
  return {
    dockerfile: { path: 'Dockerfile', bytes: readFileSync(path) },
    ...(existsSync(ignore) ? { dockerignore: { path: 'Dockerfile.dockerignore', bytes: readFileSync(ignore) } } : {}),
  };
};
export const problemsWith = (promised: Promised): readonly CheckFinding[] =>
  checkFiles({ ...referenceOf(promised.at), promised, today: TODAY }).filter(({ level }) => level === 'problem');
