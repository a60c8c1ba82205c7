import type { Place, PlacedContainer, PlacedSystem, Sourced } from './placed';
import { type GivenValue, type PlainContract, roleOf } from './plain';
import { emptyTable } from './reading/empty-table';
import { flatMap } from './reading/flat-map';
import { onceForLatest } from './reading/once-for-latest';
import { membersFor, servedHere, withServed } from './served';

/** System × target: the target's own settings for the system over the target's defaults over the contract. */
export const place = (here: Place): PlacedSystem => {
  const own = Object.keys(here.system.contracts).map((role) => placeContainer(here, role));
  const lent = flatMap(own, (container) => membersFor(here, container, placeContainer));
  return {
    name: here.system.name,
    system: withServed(here.system, own, lent),
    target: here.target,
    containers: [...own, ...lent.map(({ container }) => container)],
    urls: urlsOf(here),
    patches: here.settings.patches ?? [],
    origins: here.origins,
  };
};

/** The container of a role; undefined: the system has none. */
export const containerAt = ({ containers }: PlacedSystem, role: string | undefined): PlacedContainer | undefined =>
  byRole(containers).get(role ?? '');
const byRole = onceForLatest((containers: PlacedSystem['containers']) => new Map(containers.map((one) => [one.role, one])));

export const urlsOf = (here: Omit<Place, 'origins' | 'systems'>): PlacedSystem['urls'] =>
  Object.fromEntries(Object.keys(here.system.exposes).map((name) => [name, publicUrl(here, name)]));

const ownSettingsAt = ({ system, target }: Pick<Place, 'system' | 'target'>): string => `${target.name}.${system.name}`;

const placeContainer = (here: Place, role: string): PlacedContainer => {
  const contract = here.system.contracts[role] as PlainContract;
  const at = `${here.system.name}.${role}`;
  const own = here.settings.resources?.[role];
  return {
    role,
    at,
    contract,
    image: imageOf(here, at, contract),
    copies: copiesOf(here, role, contract),
    scaling: scalingOf(here, role),
    resources:
      own === undefined
        ? { value: contract.resources, at: `${at}.resources` }
        : { value: own, at: `${ownSettingsAt(here)}.resources.${role}` },
    storage: Object.fromEntries(
      Object.entries(contract.volumes ?? {})
        .filter(([, { kind }]) => kind === 'persistent')
        .map(([volume]) => [volume, storageOf(here, role, volume)]),
    ),
    given: givenTo(here, role),
    ...servedHere(here, role, ownSettingsAt(here)),
  };
};

/** `repository:tag@digest`, behind the registry where the target has one. A published image keeps its name. */
export const imageOf = (
  { target, versions }: Pick<Place, 'target' | 'versions'>,
  at: string,
  { image }: PlainContract,
): PlacedContainer['image'] => {
  const versionAt = (repository: string) => `versions.json.${target.name}.${repository}`;
  if (image.kind === 'published') {
    const { repository, tag } = splitReference(image.reference);
    const digest = versions?.[repository]?.digest;
    return {
      reference: withDigest(image.reference, digest),
      at: [`${at}.image.reference`, ...(digest === undefined ? [] : [versionAt(repository)])],
      tag,
    };
  }
  const { tag = image.version, digest } = versions?.[image.repository] ?? {};
  const registry = target.images.from === 'registry' ? `${target.images.registry}/` : '';
  return {
    reference: withDigest(`${registry}${image.repository}:${tag}`, digest),
    at: [
      `${at}.image.repository`,
      ...(registry === '' ? [] : [`${target.name}.images.registry`]),
      versions?.[image.repository] === undefined ? `${at}.image.version` : versionAt(image.repository),
    ],
    tag,
  };
};
const withDigest = (reference: string, digest: string | undefined) => (digest === undefined ? reference : `${reference}@${digest}`);
/** The last colon behind the last slash divides them: a registry may have a port. */
export const splitReference = (reference: string): { readonly repository: string; readonly tag: string } => {
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  return colon === -1 ? { repository: reference, tag: '' } : { repository: reference.slice(0, colon), tag: reference.slice(colon + 1) };
};

const copiesOf = (here: Place, role: string, { volumes = {}, needs }: PlainContract): Sourced<number> => {
  const own = here.settings.replicas?.[role];
  if (own !== undefined) return { value: own, at: `${ownSettingsAt(here)}.replicas.${role}` };
  const scaling = scalingOf(here, role);
  if (scaling !== undefined) return { value: scaling.value.min, at: `${scaling.at}.min` };
  if (needs?.election !== undefined) return { value: here.target.replicas.elected, at: `${here.target.name}.replicas.elected` };
  const [data] = Object.entries(volumes).find(([, { kind }]) => kind === 'persistent') ?? [];
  return data === undefined
    ? { value: here.target.replicas.alike, at: `${here.target.name}.replicas.alike` }
    : { value: 1, at: `${here.system.name}.${role}.volumes.${data}` };
};

const scalingOf = (here: Place, role: string): PlacedContainer['scaling'] => {
  const own = here.settings.autoscaling?.[role];
  return own === undefined ? undefined : { value: own, at: `${ownSettingsAt(here)}.autoscaling.${role}` };
};

const storageOf = (here: Place, role: string, volume: string): Sourced<string> => {
  const own = here.settings.storage?.[role]?.[volume];
  return own === undefined
    ? { value: here.target.storage.size, at: `${here.target.name}.storage.size` }
    : { value: own, at: `${ownSettingsAt(here)}.storage.${role}.${volume}` };
};

/** Variables in the contract's order: what the target gives, else the system, else the document's default. */
const givenTo = (here: Place, role: string): PlacedContainer['given'] => {
  const { env = {} } = here.system.contracts[role] as PlainContract;
  const bySystem = here.system.given[role] ?? {};
  const byTarget = here.settings.given?.[role] ?? {};
  const given = emptyTable<Sourced<GivenValue>>();
  for (const [name, variable] of Object.entries(env)) {
    if (byTarget[name] !== undefined)
      given[name] = { value: byTarget[name] as GivenValue, at: `${ownSettingsAt(here)}.given.${role}.${name}` };
    else if (bySystem[name] !== undefined) given[name] = { value: bySystem[name], at: `${here.system.name}.given.${role}.${name}` };
    else if (variable.need !== 'set by image' && variable.default !== undefined)
      given[name] = { value: variable.default, at: `${here.system.name}.${role}.env.${name}.default` };
  }
  return given;
};

const publicUrl = (here: Omit<Place, 'origins' | 'systems'>, name: string): Sourced<string> => {
  const own = here.settings.public?.[name];
  if (own !== undefined) return { value: own, at: `${ownSettingsAt(here)}.public.${name}` };
  const port = here.system.exposes[name];
  const contract = port === undefined ? undefined : here.system.contracts[roleOf(here.system, port) ?? ''];
  const at = `${here.target.name}.publicUrls`;
  if (here.target.publicUrls.kind === 'domain') return { value: `https://${contract?.name}.${here.target.publicUrls.domain}`, at };
  return { value: `http://localhost:${contract?.ports?.[port?.port ?? '']?.number}`, at };
};
