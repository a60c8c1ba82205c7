import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisedWorkflow } from '../../../../../cli/check/workflow/promised-workflow';
import { readWorkflowExpectations } from '../../../../../cli/check/workflow/read-workflow-expectations';
import type { WorkflowPromise } from '../../../../../cli/check/workflow/rule';
import { readClauses } from '../../../../../cli/clauses/read-clauses';
import { checkAll } from '../../../../../contracts/check-all';
import { systems } from '../../../../../systems';
import { targets, versions } from '../../../../../targets';

export const { placed: PLACED } = checkAll(systems, targets, versions);
/** What a system promises at the targets that pull from a registry; `todo-chatbot/backend`: of one container. */
export const promiseOf = (contract: string): WorkflowPromise => {
  const [system = '', role] = contract.split('/');
  const places = PLACED.filter((one) => one.name === system && one.target.images.from === 'registry');
  const promise = promisedWorkflow(places, readClauses(system), readWorkflowExpectations(system), role);
  if (promise === undefined || promise.wanted.length === 0) throw new Error(`there is no contract ${contract}`);
  return promise;
};
/** Ours, as it is committed. */
export const referenceOf = (system: string): string =>
  readFileSync(join(__dirname, '../../../../../examples', system, '.github/workflows/images.yml'), 'utf8');
