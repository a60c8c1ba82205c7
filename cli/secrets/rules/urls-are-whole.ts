import type { Rule } from '../../../contracts/rule';
import { urlOf, wantedScheme } from '../database-url';
import { placeOf, type ValueSubject } from '../value-subject';

export const urlsAreWhole: Rule<ValueSubject> = {
  id: 'urls-are-whole',
  promise: 'A connection string is a URL of the kind the contract wants, with a host; special characters in user and password are encoded.',
  source: 'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS',
  problems: (subject) => {
    const scheme = wantedScheme(subject);
    if (scheme === undefined || urlOf(subject) !== undefined) return [];
    return [
      {
        at: placeOf(subject),
        found: `${subject.key} is no URL that starts with ${scheme}:// and names a host`,
        fix: `write ${scheme}://user:password@host:port/name with special characters of user and password encoded: @ is %40, / is %2F, # is %23`,
      },
    ];
  },
};
