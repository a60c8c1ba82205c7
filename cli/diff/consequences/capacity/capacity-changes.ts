import { byCodePoint } from '../../../../contracts/finding';
import type { Comparison } from '../../compare/compare-trees';
import type { Pair } from '../../compare/pair';
import { showQuantity } from '../../compare/quantity';
import type { KubeObject } from '../../read/kube-object';
import type { Tree } from '../../read/read-tree';
import type { Found, Rule } from '../rule';
import { type Sums, sumsOf } from './sums';

/** The sums of one namespace on both sides. */
export interface Capacity {
  readonly place: string;
  readonly namespace: string;
  readonly before: Sums;
  readonly after: Sums;
}
/** Namespaces whose sums differ. */
export const capacities = ({ base, head, pairs }: Comparison): readonly Capacity[] => {
  const touched = new Set(pairs.filter(sumsDiffer).map(({ object }) => keyOf(object)));
  const [before, after] = [base, head].map((tree) => byNamespace(tree, touched));
  return [...touched]
    .toSorted(byCodePoint)
    .map((key) => {
      const [namespace = '', place = ''] = key.split('\u0000');
      return { place, namespace, before: sumsOf(before?.get(key) ?? []), after: sumsOf(after?.get(key) ?? []) };
    })
    .filter((one) => changed(one).length > 0);
};
/** Only then must the whole namespace be summed. */
const sumsDiffer = ({ before, after }: Pair): boolean => {
  const [a, b] = [before, after].map((object) => sumsOf(object === undefined ? [] : [object]));
  return JSON.stringify(a) !== JSON.stringify(b);
};
const keyOf = ({ namespace, place }: KubeObject): string => `${namespace}\u0000${place}`;
const byNamespace = ({ objects }: Tree, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly KubeObject[]> => {
  const found = new Map<string, KubeObject[]>();
  for (const object of objects.values()) {
    const key = keyOf(object);
    if (!wanted.has(key)) continue;
    const list = found.get(key);
    if (list === undefined) found.set(key, [object]);
    else list.push(object);
  }
  return found;
};
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
const changed = ({ before, after }: Capacity): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .toSorted(byCodePoint)
    .filter((name) => !same(before[name] ?? 0, after[name] ?? 0));

const told = (name: string, value: number): string => showQuantity(value, /cpu|pods/.test(name) ? 'cpu' : name);
export const capacityChanges: Rule = {
  id: 'capacity-changes',
  class: 'capacity',
  says: 'The sum of requests, limits, pods or storage of a namespace changes.',
  find: (comparison) =>
    capacities(comparison).flatMap((capacity): readonly Found[] => {
      const object = comparison.pairs.find(
        ({ object: { namespace, place } }) => namespace === capacity.namespace && place === capacity.place,
      )?.object;
      if (object === undefined) return [];
      const parts = changed(capacity).map(
        (name) => `${name.replace('.', ' ')} ${told(name, capacity.before[name] ?? 0)} → ${told(name, capacity.after[name] ?? 0)}`,
      );
      const more = Object.keys(capacity.after).some((name) => (capacity.after[name] ?? 0) > (capacity.before[name] ?? 0));
      const namespace: KubeObject = { ...object, kind: 'Namespace', name: capacity.namespace || 'of the context', namespace: '' };
      return [{ object: namespace, sentence: parts.join(', '), cure: more ? 'see that nodes and quotas have room' : 'nothing to do' }];
    }),
};
