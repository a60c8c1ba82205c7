import { flatMap } from '../reading/flat-map';
import { isHost } from '../reading/names';
import { quote } from '../reading/quote';
import type { PlacedSubject, Problem, Rule } from '../rule';

const LAST = 65535;
export const externalDatabasesHaveAnAddress: Rule<PlacedSubject> = {
  id: 'external-databases-have-an-address',
  promise: 'A database that somebody else runs is called by its host’s name or address alone, and by a port that exists.',
  source: 'https://www.rfc-editor.org/rfc/rfc1123#section-2',
  problems: ({ at, settings }) =>
    flatMap(Object.entries(settings.databases ?? {}), ([role, database]): readonly Problem[] => {
      if (database?.engine !== 'external') return [];
      const place = `${at}.databases.${role}`;
      const { host, port } = database;
      return [
        // Never the host as it stands: whoever pastes a connection string pastes its password.
        ...(isHost(host)
          ? []
          : [
              {
                at: `${place}.host`,
                found: 'it is no host name and no address',
                fix: `write the host alone, ${quote('db.example.com')}; its port stands in ${quote('port')}`,
              },
            ]),
        ...(port === undefined || (Number.isInteger(port) && port >= 1 && port <= LAST)
          ? []
          : [{ at: `${place}.port`, found: `${quote(port)} is no port`, fix: `write a whole number from 1 to ${LAST}` }]),
      ];
    }),
};
