import { byCodePoint } from '../../../contracts/finding';
import type { JsonObject } from '../json';
import { isOneText, type KubeObject, titleOf } from '../read/kube-object';
import type { Tree } from '../read/read-tree';
import { afterApply } from '../server/after-apply';
import { shapeOf } from '../shape/shape-of';
import { changesBetween } from './changes-between';
import { normal } from './normal';
import type { Pair } from './pair';
import { same } from './same';
import { seen } from './seen';
import { successors } from './successors';

/** Two trees and what differs between them. */
export interface Comparison {
  readonly base: Tree;
  readonly head: Tree;
  /** Objects that differ, are new or are gone, by namespace, kind and name. */
  readonly pairs: readonly Pair[];
  /** Objects that stand in another file now. */
  readonly moved: readonly { readonly object: KubeObject; readonly from: string }[];
}

export const compareTrees = (base: Tree, head: Tree): Comparison => {
  const pairs: Pair[] = [];
  const moved: { object: KubeObject; from: string }[] = [];
  for (const [id, before] of base.objects) {
    const after = head.objects.get(id);
    if (after === undefined) continue;
    if (after.file !== before.file) moved.push({ object: after, from: before.file });
    if (isOneText(before, after)) continue;
    const pair = pairOf(before, after);
    if (pair !== undefined) pairs.push(pair);
  }
  const gone = [...base.objects.values()].filter(({ id }) => !head.objects.has(id));
  const come = [...head.objects.values()].filter(({ id }) => !base.objects.has(id));
  const takesOver = successors(gone, come);
  const takenOver = new Map([...takesOver].map(([after, before]) => [before, after]));
  for (const before of gone) pairs.push({ ...EMPTY, before, object: before, takenOver: takenOver.get(before) });
  for (const after of come) {
    const old = takesOver.get(after);
    pairs.push({ ...EMPTY, after, object: after, takesOver: old, changes: old === undefined ? [] : changesOf(old, after) });
  }
  return { base, head, pairs: pairs.toSorted((a, b) => byCodePoint(placeOf(a), placeOf(b))), moved };
};
const EMPTY = { before: undefined, after: undefined, changes: [], applied: undefined, takesOver: undefined, takenOver: undefined };
const placeOf = ({ object }: Pair): string => `${titleOf(object)}\u0000${object.group}`;

/** Undefined: the two mean the same, and the server would keep the same. */
const pairOf = (before: KubeObject, after: KubeObject): Pair | undefined => {
  const [live, wanted] = [defaulted(before), defaulted(after)];
  const changes = seenChanges(before, live, after, wanted);
  const applied = afterApply(before, live, after);
  const shape = shapeOf(after.group, after.kind);
  if (changes.length === 0 && same(applied.live, applied.result, shape, 'text')) return undefined;
  return { ...EMPTY, before, after, object: after, changes, applied };
};
const seenChanges = (before: KubeObject, live: JsonObject, after: KubeObject, wanted: JsonObject): Pair['changes'] =>
  changesBetween(live, wanted, shapeOf(after.group, after.kind)).map((change) => seen(change, before.json, after.json));
const changesOf = (before: KubeObject, after: KubeObject): Pair['changes'] =>
  seenChanges(before, defaulted(before), after, defaulted(after));

/** Without the status, which apply does not write. */
const defaulted = ({ group, kind, json }: KubeObject): JsonObject => {
  const { status: _, ...written } = json;
  return normal(written, shapeOf(group, kind)) as JsonObject;
};
