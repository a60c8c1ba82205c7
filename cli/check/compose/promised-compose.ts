import { readSystem } from '../../../contracts/read-system';
import type { AnySystem } from '../../../contracts/system';
import type { Clause } from '../../clauses/clause';
import type { ComposeExpectation } from './expectation';
import type { ComposePromise } from './rule';

/** What a system promises of its compose file; `role`: one container of it alone. */
export const promisedCompose = (
  authored: AnySystem,
  clauses: readonly Clause[],
  expects: readonly ComposeExpectation[],
  role?: string,
): ComposePromise => {
  const { system, origins } = readSystem(authored);
  const roles = Object.keys(system.contracts).map((name) => `${system.name}.${name}`);
  // A clause that there is such a service says nothing of what the service is like.
  const own = clauses
    .filter(({ where }) => where === 'compose')
    .map((clause) => ({ ...clause, binds: (clause.binds ?? []).filter((bind) => !roles.includes(bind)) }));
  const containers = Object.entries(system.contracts).map(([name, contract]) => ({
    role: name,
    at: `${system.name}.${name}`,
    contract,
    clauses: own,
    expects: [],
  }));
  return {
    system,
    whole: { at: system.name, clauses: own },
    expects,
    containers,
    wanted: role === undefined ? containers.map((one) => one.role) : [role],
    examples: new Set(origins.flatMap((origin) => (origin.said === 'owner' ? [origin.at] : []))),
  };
};
