import { at, isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { shown } from '../shown';
import { type Container, containerPairs, podSpecOf, sidesOf } from '../sides';

/** Variables that say where a database keeps its files. */
const DATA_FOLDERS = ['PGDATA', 'MYSQL_DATADIR', 'MONGO_DATA_DIR', 'DATA_DIR', 'DATADIR', 'CLICKHOUSE_DATA', 'ES_PATH_DATA'];

export const dataMoves: Rule = {
  id: 'data-moves',
  class: 'data',
  says: 'PGDATA or the like changes, or a volume that keeps data is mounted elsewhere, from elsewhere or not at all.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (before === undefined || after === undefined) return [];
      const found = containerPairs(before, after).flatMap(({ old, now }) => [...folders(old, now), ...mounts(old, now, before, after)]);
      return [...found, ...claims(before, after)].map((one) => ({ object: pair.object, ...one }));
    }),
};
type Part = Omit<Found, 'object'>;
const NEW_PLACE = 'the container starts with an empty folder: copy the data there first, or keep the old place';

const folders = (old: Container, now: Container): readonly Part[] =>
  DATA_FOLDERS.flatMap((name) => {
    const [a, b] = [variableOf(old, name), variableOf(now, name)];
    return a === undefined || a === b
      ? []
      : [{ path: `${now.path}.env[${name}]`, sentence: `${name} of ${now.name} moves from ${shown(a)} to ${shown(b)}`, cure: NEW_PLACE }];
  });
const variableOf = ({ json }: Container, name: string): Json => {
  const found = listOf(json.env).find((entry) => at(entry, 'name') === name);
  return found === undefined ? undefined : (at(found, 'value') ?? 'a value from elsewhere');
};

const mounts = (old: Container, now: Container, before: JsonObject, after: JsonObject): readonly Part[] => {
  const mountsOf = (container: Container, kept: ReadonlySet<string>) =>
    listOf(container.json.volumeMounts)
      .filter(isObject)
      .filter(({ name }) => kept.has(textOf(name)));
  const next = mountsOf(now, keptVolumes(after));
  return mountsOf(old, keptVolumes(before)).flatMap((mount) => {
    const volume = textOf(mount.name);
    if (next.some((one) => one.mountPath === mount.mountPath && one.name === mount.name && one.subPath === mount.subPath)) return [];
    const moved = next.find((one) => one.name === mount.name);
    const path = `${now.path}.volumeMounts`;
    if (moved === undefined)
      return [
        {
          path,
          sentence: `${now.name} no longer mounts ${volume}, which keeps its data, at ${textOf(mount.mountPath)}`,
          cure: 'mount it again, or be sure that nothing needs the data',
        },
      ];
    const place = (one: JsonObject): string =>
      `${textOf(one.mountPath)}${one.subPath === undefined ? '' : ` (subPath ${textOf(one.subPath)})`}`;
    return [{ path, sentence: `${volume} of ${now.name} is mounted at ${place(moved)} instead of ${place(mount)}`, cure: NEW_PLACE }];
  });
};
/** Volumes that outlive a pod. */
const keptVolumes = (json: JsonObject): ReadonlySet<string> =>
  new Set([
    ...listOf(at(json, 'spec', 'volumeClaimTemplates')).map((claim) => textOf(at(claim, 'metadata', 'name'))),
    ...listOf(podSpecOf(json).volumes)
      .filter(isObject)
      .filter(({ persistentVolumeClaim, hostPath, nfs, csi }) => [persistentVolumeClaim, hostPath, nfs, csi].some(isObject))
      .map(({ name }) => textOf(name)),
  ]);

const claims = (before: JsonObject, after: JsonObject): readonly Part[] => {
  const claimOf = (json: JsonObject, name: string) =>
    at(
      listOf(podSpecOf(json).volumes).find((volume) => at(volume, 'name') === name),
      'persistentVolumeClaim',
      'claimName',
    );
  const changed = listOf(podSpecOf(before).volumes)
    .filter(isObject)
    .flatMap(({ name, persistentVolumeClaim }): readonly Part[] => {
      const [old, now] = [at(persistentVolumeClaim, 'claimName'), claimOf(after, textOf(name))];
      if (old === undefined || now === undefined || old === now) return [];
      return [
        {
          path: 'spec.template.spec.volumes',
          sentence: `volume ${textOf(name)} takes claim ${textOf(now)} instead of ${textOf(old)}`,
          cure: NEW_PLACE,
        },
      ];
    });
  const policy = (json: JsonObject) => objectOf(at(json, 'spec', 'persistentVolumeClaimRetentionPolicy'));
  const lost = ['whenDeleted', 'whenScaled'].filter((when) => policy(after)[when] === 'Delete' && policy(before)[when] !== 'Delete');
  return [
    ...changed,
    ...lost.map(
      (when): Part => ({
        path: `spec.persistentVolumeClaimRetentionPolicy.${when}`,
        sentence: `claims are deleted with their data ${when === 'whenDeleted' ? 'when the StatefulSet is' : 'when it is scaled down'}`,
        cure: 'keep Retain',
      }),
    ),
  ];
};
