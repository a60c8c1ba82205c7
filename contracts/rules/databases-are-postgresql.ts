import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { postgresProblems } from '../reading/postgres-of';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const databasesArePostgresql: Rule<PlacedSubject> = {
  id: 'databases-are-postgresql',
  promise:
    'What a target serves by another engine is a PostgreSQL alone in its pod, whose contract names user, password, database, port and volume.',
  source: 'https://hub.docker.com/_/postgres',
  problems: ({ at, system, settings }) =>
    flatMap(Object.keys(settings.databases ?? {}), (role): readonly Problem[] => {
      const contract = entryOf(system.contracts, role);
      if (contract === undefined) return [];
      const shared = system.together.some(({ main, beside }) => main === role || beside.includes(role));
      const problems = [...postgresProblems(contract), ...(shared ? ['it shares its pod with other containers'] : [])];
      return problems.map((problem) => ({
        at: `${at}.databases.${role}`,
        found: `${role} cannot be served by another engine: ${problem}`,
        fix: 'remove it, or name the role of a PostgreSQL',
      }));
    }),
};
