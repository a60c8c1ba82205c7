import type { PlainContract } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { PlacedSubject, Problem, Rule } from '../rule';
import { mebibytes } from '../units';

export const pgWalFitsTheVolume: Rule<PlacedSubject> = {
  id: 'pg-wal-fits-the-volume',
  promise: 'Where a file sets PostgreSQL’s max_wal_size, the volume is larger: a full one stops the server.',
  source: 'https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-MAX-WAL-SIZE',
  problems: ({ at, system, target, settings }) =>
    flatMap(Object.entries(system.contracts), ([role, contract]): readonly Problem[] => {
      const wal = largestLog(contract, target.optionalFiles);
      const database = entryOf(settings.databases, role);
      if (database?.engine === 'external') return [];
      if (database?.engine === 'cloudnative-pg') return tooSmall(`${at}.databases.${role}.wal`, database.wal, wal, role);
      const sizes = Object.entries(contract.volumes ?? {})
        .filter(([, { kind }]) => kind === 'persistent')
        .map(([volume]) => ({ volume, size: entryOf(entryOf(settings.storage, role), volume) ?? target.storage.size }))
        .toSorted((a, b) => (mebibytes(b.size) ?? 0) - (mebibytes(a.size) ?? 0));
      const [largest] = sizes;
      return largest === undefined ? [] : tooSmall(`${at}.storage.${role}.${largest.volume}`, largest.size, wal, `${role} and its data`);
    }),
};

const tooSmall = (at: string, size: string, wal: Log | undefined, of: string): readonly Problem[] =>
  wal === undefined || (mebibytes(size) ?? Number.POSITIVE_INFINITY) > wal.mebibytes
    ? []
    : [
        {
          at,
          found: `${size} cannot hold max_wal_size = ${wal.text} of ${of}`,
          fix: `give it more than ${wal.text}, or set a smaller max_wal_size in the contract`,
        },
      ];

interface Log {
  readonly text: string;
  readonly mebibytes: number;
}
/** Of the files that are given here. */
const largestLog = ({ files = {} }: PlainContract, optionalFiles: boolean): Log | undefined =>
  flatMap(
    Object.values(files).filter(({ need }) => need === 'required' || optionalFiles),
    ({ content }): readonly Log[] => {
      const text = content.format === 'name = value' ? content.settings.max_wal_size : content.text.match(LINE)?.at(-1)?.replace(LEAD, '');
      const size = text === undefined ? undefined : pgMebibytes(String(text));
      return size === undefined ? [] : [{ text: String(text), mebibytes: size }];
    },
  ).toSorted((a, b) => b.mebibytes - a.mebibytes)[0];

const LEAD = /^[ \t]*max_wal_size[ \t]*=?[ \t]*/i;
const LINE = /^[ \t]*max_wal_size[ \t=][^\n#]*/gim;
/** PostgreSQL's units are binary; without one this setting counts in MB. */
const UNITS: Readonly<Record<string, number>> = { B: 2 ** -20, kB: 2 ** -10, MB: 1, GB: 2 ** 10, TB: 2 ** 20 };
const pgMebibytes = (text: string): number | undefined => {
  const [, digits, unit = 'MB'] = /^\s*'?\s*(\d{1,12}(?:\.\d{1,6})?)\s*([A-Za-z]{1,2})?\s*'?\s*$/.exec(text) ?? [];
  const size = entryOf(UNITS, unit);
  return digits === undefined || size === undefined ? undefined : Number(digits) * size;
};
