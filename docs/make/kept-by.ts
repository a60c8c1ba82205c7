import type { Clause } from '../../cli/clauses/clause';
import type { Leaf } from '../../constructs/leaves-of';
import { isAbout, type NamesOfRoles } from './is-about';
import { withoutRelease } from './without-release';

/**
 * `Deployment/todo-backend` -> the fields that keep a clause. What a clause binds may reach many fields, a port number for one; of
 * them those stay whose object and path the clause's own observable names best.
 */
export const keptBy = (clause: Clause, leaves: readonly Leaf[], roles: NamesOfRoles): ReadonlyMap<string, readonly string[]> => {
  const scored = leaves.filter((leaf) => isAbout(clause, leaf, roles)).map((leaf) => ({ leaf, score: score(clause.observable, leaf) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const fields = new Map<string, readonly string[]>();
  for (const { leaf } of scored.filter(({ score }) => score === best)) {
    const path = leaf.path.replace(/(\[\d+\])+$/, '');
    const object = withoutRelease(leaf.object);
    const known = fields.get(object) ?? [];
    if (!known.includes(path)) fields.set(object, [...known, path]);
  }
  return fields;
};

/** One for the object, and up to one for the part of the path's words that stand there. */
const score = (observable: string, { object, path }: Leaf): number => {
  const words = new Set(observable.match(/[A-Za-z0-9-]+/g));
  const [kind = '', name = ''] = object.split('/');
  const keys = path.replace(/\[[^\]]*\]/g, '').split('.');
  const kinds = [kind, `${kind}s`, kind.replace(/y$/, 'ies')];
  return (words.has(name) && kinds.some((one) => words.has(one)) ? 1 : 0) + keys.filter((key) => words.has(key)).length / keys.length;
};
