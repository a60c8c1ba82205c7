import { didYouMean } from '../reading/did-you-mean';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const settingsNameWhatIsThere: Rule<PlacedSubject> = {
  id: 'settings-name-what-is-there',
  promise: 'A target’s own settings for a system name its roles, public URLs, persistent volumes and variables, and nothing else.',
  source: 'Waybill’s own',
  problems: ({ at, system: { contracts, exposes }, settings }) => {
    const roles = Object.keys(contracts);
    const volumesOf = (role: string) =>
      flatMap(Object.entries(entryOf(contracts, role)?.volumes ?? {}), ([volume, { kind }]) => (kind === 'persistent' ? [volume] : []));
    const variablesOf = (role: string) =>
      flatMap(Object.entries(entryOf(contracts, role)?.env ?? {}), ([name, { need }]) => (need === 'set by image' ? [] : [name]));
    return [
      ...unknown(`${at}.public`, 'public URL', settings.public, () => Object.keys(exposes)),
      ...flatMap(['storage', 'replicas', 'autoscaling', 'resources', 'given', 'databases'] as const, (field) =>
        unknown(`${at}.${field}`, 'role', settings[field], () => roles),
      ),
      ...flatMap(roles, (role) => [
        ...unknown(`${at}.storage.${role}`, 'persistent volume', entryOf(settings.storage, role), () => volumesOf(role)),
        ...unknown(`${at}.given.${role}`, 'variable to give', entryOf(settings.given, role), () => variablesOf(role)),
      ]),
    ];
  },
};
const unknown = (
  at: string,
  what: string,
  table: Readonly<Record<string, unknown>> | undefined,
  namesOf: () => readonly string[],
): readonly Problem[] => {
  // Most systems have no settings of their own at most targets.
  if (table === undefined) return [];
  const known = namesOf();
  return Object.keys(table)
    .filter((name) => !known.includes(name))
    .map((name) => ({ at: `${at}.${name}`, found: `there is no ${what} ${name}`, fix: didYouMean(name, known, 'remove it') }));
};
