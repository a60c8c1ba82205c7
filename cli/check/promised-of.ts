import { readSystem } from '../../contracts/read-system';
import type { Origin } from '../../contracts/said';
import type { AnySystem } from '../../contracts/system';
import type { Clause } from '../clauses/clause';
import type { Expectation } from './expectation';
import type { Promised } from './rule';

const unsaidBelow = (start: string, origins: readonly Origin[]): NonNullable<Promised['unsaid']> =>
  Object.fromEntries(
    origins.flatMap(({ at, said }) => (at.startsWith(start) && said !== 'departure' ? [[at.slice(start.length), said] as const] : [])),
  );

/** Each container whose image the team builds, with the clauses about its Dockerfile. */
export const promisedOf = (
  system: AnySystem,
  clauses: readonly Clause[],
  expects: readonly Expectation[],
): readonly (Promised & { readonly role: string })[] => {
  const { system: plain, origins } = readSystem(system);
  const { contracts, name } = plain;
  const roles = Object.keys(contracts);
  return Object.entries(contracts).flatMap(([role, contract]) => {
    if (contract.image.kind !== 'built') return [];
    // `todo-chatbot.backend.…` is about the backend alone; an id that names no role is about all.
    const isOwn = (id: string): boolean => {
      const [, part = ''] = id.split('.');
      return !roles.includes(part) || part === role;
    };
    const isOurs = ({ where }: Clause): boolean => where === 'dockerfile' || where === 'dockerignore';
    return [
      {
        at: `${name}.${role}`,
        role,
        contract,
        clauses: clauses.filter((clause) => isOurs(clause) && isOwn(clause.id)),
        unsaid: unsaidBelow(`${name}.${role}.`, origins),
        expects: expects.filter((one) => one.role === role || (one.role === undefined && isOwn(one.clause))),
      },
    ];
  });
};
