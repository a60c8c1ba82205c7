import { checkAll } from '../../contracts/check-all';
import { toText } from '../../contracts/finding';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { noSuch } from '../no-such';
import { toWorkflowYaml } from './to-workflow-yaml';
import { workflowOf } from './workflow-of';

export interface WorkflowOptions {
  /** Absent: every target that pulls from a registry. */
  readonly target?: string;
}
/** The workflow of a system of this repository. */
export const runWorkflow = (system: string, { target }: WorkflowOptions): Answer => {
  const names = systems.map(({ name }) => name);
  const places = targets.map(({ name }) => name);
  if (!names.includes(system)) return refused(noSuch('system', system, names));
  if (target !== undefined && !places.includes(target)) return refused(noSuch('target', target, places));
  const { placed, findings } = checkAll(systems, targets, versions);
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: findings.map(toText) };
  const tree = workflowOf(
    placed.filter(
      (one) => one.name === system && one.target.images.from === 'registry' && (target === undefined || one.target.name === target),
    ),
  );
  return typeof tree === 'string' ? refused(tree) : { code: FINE, out: toWorkflowYaml(system, tree), err: [] };
};
