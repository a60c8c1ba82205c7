import type { Place, PlacedContainer } from './placed';
import { isSource, type PlainSystem } from './plain';
import { flatMap } from './reading/flat-map';
import { electingRole, PASSWORD } from './reading/postgres-of';

/** What a target says of a container that something else serves. */
export const servedHere = (here: Place, role: string, at: string): Partial<Pick<PlacedContainer, 'served' | 'storage'>> => {
  const value = here.settings.databases?.[role];
  if (value === undefined || value.engine === 'stateful-set') return {};
  return { served: { value, at: `${at}.databases.${role}` }, ...(value.engine === 'external' ? { storage: {} } : {}) };
};

interface Lent {
  readonly container: PlacedContainer;
  readonly from: PlainSystem;
}
/** The members that serve a database: the container of another system, under a role called after that system, in the database's size. */
export const membersFor = (
  here: Place,
  { served, storage, resources, at }: PlacedContainer,
  placeContainer: (here: Place, role: string) => PlacedContainer,
): readonly Lent[] => {
  if (served?.value.engine !== 'patroni') return [];
  const { system, members } = served.value;
  const from = here.systems.find(({ name }) => name === system);
  const electing = from === undefined ? undefined : electingRole(from);
  if (from === undefined || electing === undefined) throw new Error(`${served.at} names no system whose container elects`);
  const own = placeContainer({ ...here, system: from, settings: {} }, electing);
  const [size] = Object.values(storage);
  const container: PlacedContainer = {
    ...own,
    role: system,
    ...(members === undefined ? {} : { copies: { value: members, at: `${served.at}.members` } }),
    ...(resources.at === `${at}.resources` ? {} : { resources }),
    storage: size === undefined ? own.storage : Object.fromEntries(Object.keys(own.storage).map((volume) => [volume, size])),
  };
  return [{ container, from }];
};
/** With what another system lends, and with the password of somebody else's server as a secret that only the owner knows. */
export const withServed = (system: PlainSystem, own: readonly PlacedContainer[], lent: readonly Lent[]): PlainSystem => {
  const passwords = flatMap(own, ({ served, given }) => {
    const value = served?.value.engine === 'external' ? given[PASSWORD]?.value : undefined;
    return isSource(value) && value.from === 'secret' ? [value.secret] : [];
  });
  if (lent.length === 0 && passwords.length === 0) return system;
  const secrets = { ...Object.assign({}, ...lent.map(({ from }) => from.secrets)), ...system.secrets } as PlainSystem['secrets'];
  return {
    ...system,
    contracts: { ...system.contracts, ...Object.fromEntries(lent.map(({ container }) => [container.role, container.contract])) },
    secrets: Object.fromEntries(
      Object.entries(secrets).map(([name, origin]) => [
        name,
        passwords.includes(name) ? { origin: 'from the owner', description: origin.description } : origin,
      ]),
    ),
  };
};
