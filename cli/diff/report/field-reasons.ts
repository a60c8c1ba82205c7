import { nameOf } from '../../../constructs/in-apply-order';
import type { SynthesizedSystem } from '../../../constructs/synthesize';
import type { Clause } from '../../clauses/clause';
import { reasonTexts } from '../../explain/reason-texts';
import { traceObject } from '../../explain/trace-object';
import type { TracedField } from '../../explain/traced-field';
import type { ReasonOf } from './report';

/** The reasons of `waybill explain`, by object and field. A field that holds others has the reasons of the first of them. */
export const fieldReasons = (
  made: readonly SynthesizedSystem[],
  register: (system: string) => readonly Clause[],
  targets: readonly string[],
): ReasonOf => {
  const known = new Map<string, readonly TracedField[]>();
  const fieldsOf = (system: SynthesizedSystem, name: string): readonly TracedField[] => {
    const { placed } = system.chart;
    const key = `${placed.target.name} ${placed.name} ${name}`;
    const manifest = system.manifests.find((one) => nameOf(one) === name);
    const found = known.get(key) ?? (manifest === undefined ? [] : traceObject(system, manifest, targets, register(placed.name)).fields);
    known.set(key, found);
    return found;
  };
  return ({ namespace, kind, name, context }, path) => {
    const title = `${kind}/${name}`;
    const system = made.find(({ chart: { placed } }) => placed.target.name === context && placed.name === (namespace || name));
    if (system === undefined) return undefined;
    const fields = fieldsOf(system, title);
    const field =
      fields.find((one) => one.path === path) ?? fields.find((one) => one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[`));
    if (field === undefined) return undefined;
    const text = reasonTexts({ field, clauses: field.clauses }).join('; ');
    const { placed } = system.chart;
    return { text, more: `waybill explain ${placed.name} ${title} '${path}' --target ${placed.target.name}` };
  };
};
