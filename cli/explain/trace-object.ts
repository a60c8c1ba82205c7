import type { Reason } from '../../constructs/explained';
import { type Manifest, nameOf } from '../../constructs/in-apply-order';
import { reasonsOf } from '../../constructs/reasons-of';
import type { SynthesizedSystem } from '../../constructs/synthesize';
import type { Clause } from '../clauses/clause';
import { clausesOf } from './clauses-of';
import { traceReason } from './trace-reason';
import type { TracedField, TracedReason } from './traced-field';

export interface TracedObject {
  /** `Deployment/todo-backend` */
  readonly name: string;
  /** Why there is such an object at all. */
  readonly exists: TracedReason;
  readonly fields: readonly TracedField[];
}

/** A manifest, each leaf with its reasons and the clauses it keeps, in the order of the file. */
export const traceObject = (
  { chart: { placed }, emissions }: SynthesizedSystem,
  manifest: Manifest,
  targets: readonly string[],
  register: readonly Clause[],
): TracedObject => {
  const name = nameOf(manifest);
  const emission = emissions.get(name);
  if (emission === undefined) throw new Error(`${name} was not emitted`);
  const roles = placed.containers.map(({ role }) => role);
  const trace = (reason: Reason) => traceReason(placed, reason);
  const fields = reasonsOf(manifest, emission).map(({ path, value, reasons }): TracedField => {
    const traced = reasons.map(trace);
    const belonging = { role: roleOf(path, manifest, roles), roles, target: placed.target.name, targets };
    return { path, value, reasons: traced, clauses: clausesOf(traced, belonging, register) };
  });
  return { name, exists: trace(emission.exists), fields };
};

/** A pod's container is named by its role; everything else serves the role in its label. */
const roleOf = (path: string, { metadata }: Manifest, roles: readonly string[]): string | undefined => {
  const [, container] = /containers\[([^\]]+)\]/i.exec(path) ?? [];
  const { labels } = metadata as { readonly labels?: Readonly<Record<string, string>> };
  return roles.find((role) => role === container) ?? labels?.['app.kubernetes.io/component'];
};
