import type { Rule } from '../../../contracts/rule';
import { externalDatabase } from '../database-url';
import { placeOf, type ValueSubject } from '../value-subject';

/** `prefer` and `allow` go on in the clear when the server says so. */
const STRICT = ['require', 'verify-ca', 'verify-full'];

export const externalDatabasesUseTls: Rule<ValueSubject> = {
  id: 'external-databases-use-tls',
  promise: 'Outside a laptop a connection string of an external database demands TLS.',
  source: 'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION',
  problems: (subject) => {
    const url = externalDatabase(subject);
    if (url === undefined || subject.placed.target.place === 'laptop') return [];
    // asyncpg calls the same setting ssl.
    const modes = [...url.searchParams.getAll('sslmode'), ...(url.protocol.includes('asyncpg') ? url.searchParams.getAll('ssl') : [])];
    if (modes.length > 0 && modes.every((mode) => STRICT.includes(mode))) return [];
    return [
      {
        at: placeOf(subject),
        found: `${subject.key} does not demand TLS, so passwords and data could cross the internet in the clear`,
        fix: 'end it with ?sslmode=require, or better ?sslmode=verify-full',
      },
    ];
  },
};
