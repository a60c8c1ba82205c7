import { pathText } from '../compare/change';
import type { Comparison } from '../compare/compare-trees';
import type { Pair, SeenChange } from '../compare/pair';
import type { Edit, ReasonOf, Section } from './report';

/** What a reader sees of the changes: each edit once, those of several objects in a list of their own. */
export const editsOf = (
  { pairs }: Comparison,
  reasonOf: ReasonOf,
): { readonly shared: readonly Edit[]; readonly sections: readonly Section[] } => {
  const byEdit = new Map<string, { edit: Edit; pairs: Pair[] }>();
  for (const pair of pairs) {
    for (const change of pair.changes.filter((one) => isShown(one) && !isNewName(pair, one))) {
      const path = pathText(change.path);
      const key = JSON.stringify([change.op, path, change.before ?? null, change.after ?? null]);
      const known = byEdit.get(key);
      if (known === undefined) byEdit.set(key, { edit: { change, path, where: [], reason: reasonOf(pair.object, path) }, pairs: [pair] });
      else known.pairs.push(pair);
    }
  }
  const all = [...byEdit.values()].map(({ edit, pairs: those }) => ({ ...edit, where: those.map(({ object }) => object), pairs: those }));
  const shared = all.filter(({ pairs: those }) => those.length > 1);
  const own = new Map<Pair, Edit[]>();
  for (const { pairs: those, ...edit } of all.filter((one) => one.pairs.length === 1)) {
    const [pair] = those as [Pair];
    own.set(pair, [...(own.get(pair) ?? []), edit]);
  }
  const sections = pairs
    .filter(({ takenOver }) => takenOver === undefined)
    .map((pair): Section => ({ pair, state: stateOf(pair), edits: own.get(pair) ?? [] }));
  return { shared: shared.map(({ pairs: _, ...edit }) => edit), sections };
};
const stateOf = ({ before, after }: Pair): Section['state'] => (before === undefined ? 'new' : after === undefined ? 'gone' : 'changed');

/** The name of what takes over from another stands in its title. */
const isNewName = ({ takesOver }: Pair, { path }: SeenChange): boolean =>
  takesOver !== undefined && path.length === 2 && path[1] === 'name';

/** An order is an edit when what stayed changed places, not when something was put between. */
const isShown = ({ noise, implied, op, before, after }: SeenChange): boolean => {
  if (noise !== undefined || implied) return false;
  if (op !== 'order' || !Array.isArray(before) || !Array.isArray(after)) return true;
  const [left, right] = [before.filter((label) => after.includes(label)), after.filter((label) => before.includes(label))];
  return left.join('\u0000') !== right.join('\u0000');
};
