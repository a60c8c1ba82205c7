import type { Clause } from '../../cli/clauses/clause';
import type { Leaf } from '../../constructs/leaves-of';

/** What a clause needs to know of a system: the name of each role's container. */
export type NamesOfRoles = Readonly<Record<string, { readonly name: string }>>;

/**
 * Whether a field is there because of what the clause binds. A rule holds for every container of a system; a clause whose id names
 * a role means that one's objects only.
 */
export const isAbout = (
  { id, binds = [] }: Clause,
  { system, object, reasons }: Pick<Leaf, 'system' | 'object' | 'reasons'>,
  roles: NamesOfRoles,
): boolean => {
  const [ofSystem = '', role = ''] = id.split('.');
  if (system !== ofSystem) return false;
  return reasons.some((why) =>
    typeof why === 'string' ? binds.includes(why) : binds.includes(`rule:${why.rule}`) && isOf(object, roles[role]?.name),
  );
};
const isOf = (object: string, name: string | undefined): boolean => {
  const called = object.slice(object.indexOf('/') + 1);
  return name === undefined || called === name || called.startsWith(`${name}-`);
};
