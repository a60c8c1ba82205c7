import { type Because, reasonsOf } from '../../../constructs/explained';
import { resolveValue } from '../../../constructs/resolve-value';
import { configuredVariables, toKubeEnv } from '../../../constructs/to-kube-env';
import { containerAt } from '../../../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../../../contracts/placed';
import type { Clause } from '../../clauses/clause';
import { clausesOf } from '../clauses-of';
import { originTexts } from '../reason-texts';
import { traceReason } from '../trace-reason';
import type { TracedReason } from '../traced-field';
import type { Cell } from './env-row';

const NOT_IN_CONTRACT = 'The contract has no such variable; a laptop alone needs it.';
const NOT_GIVEN = 'It may stay unset, and nobody gives it a value.';

type Leaf = Because<string>;
interface EnvVar {
  readonly name: Leaf;
  readonly value?: Leaf;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: Leaf; readonly key: Leaf };
    readonly configMapKeyRef?: { readonly name: Leaf; readonly key: Leaf };
    readonly fieldRef?: { readonly fieldPath: Leaf };
  };
}
const FACTS: Readonly<Record<string, string>> = {
  'metadata.name': 'the pod’s name',
  'status.podIP': 'the pod’s address',
  'metadata.namespace': 'the namespace',
};

/** A variable as the manifests of a target give it, by the function that writes them. */
export const targetCell = (
  placed: PlacedSystem,
  role: string,
  variable: string,
  register: readonly Clause[],
  targets: readonly string[],
): Cell => {
  const container = containerAt(placed, role) as PlacedContainer;
  const row = `${container.at}.env.${variable}`;
  const why = (reasons: readonly TracedReason[]): readonly string[] => {
    const belonging = { role, roles: Object.keys(placed.system.contracts), target: placed.target.name, targets };
    const clauses = clausesOf(reasons, belonging, register).map(({ id }) => id);
    // A clause says more than the place in the data that keeps it.
    const places = reasons.filter(({ from }) => from !== 'rule' && (from !== 'contract' || clauses.length === 0)).map(({ at }) => at);
    return [...new Set([...clauses, ...places, ...reasons.flatMap(originTexts), ...reasons.flatMap(({ sentence }) => sentence ?? [])])];
  };
  const trace = (leaf: Leaf) => reasonsOf(leaf).map((reason) => traceReason(placed, reason));
  const given = container.given[variable];
  if (container.contract.env?.[variable]?.need === 'at build') {
    if (given === undefined) return { shown: undefined, reasons: why([traceReason(placed, row)]) };
    const { text, at } = resolveValue(placed, container, given.value, given.at, (literal) => literal);
    return { shown: text, reasons: why(at().map((place) => traceReason(placed, place))) };
  }
  const found = (toKubeEnv(placed, container) as unknown as readonly EnvVar[]).find(({ name }) => name.value === variable);
  if (found === undefined) {
    return container.contract.env?.[variable] === undefined
      ? { shown: undefined, reasons: [NOT_IN_CONTRACT] }
      : { shown: undefined, reasons: [...why([traceReason(placed, row)]), NOT_GIVEN] };
  }
  const { secretKeyRef, configMapKeyRef, fieldRef } = found.valueFrom ?? {};
  if (secretKeyRef !== undefined)
    return { shown: `secret ${secretKeyRef.name.value}/${secretKeyRef.key.value}`, reasons: why(trace(secretKeyRef.name)) };
  if (configMapKeyRef !== undefined) {
    const { text = '', at } = configuredVariables(placed, container).get(variable) ?? { at: () => [] };
    return { shown: text, reasons: why([...at().map((place) => traceReason(placed, place)), ...trace(configMapKeyRef.name)]) };
  }
  if (fieldRef !== undefined)
    return { shown: FACTS[fieldRef.fieldPath.value] ?? fieldRef.fieldPath.value, reasons: why(trace(fieldRef.fieldPath)) };
  return {
    shown: (found.value?.value ?? '').replaceAll('$$(', '$('),
    reasons: found.value === undefined ? [row] : why(trace(found.value)),
  };
};
