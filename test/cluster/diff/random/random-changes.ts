import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readManifests } from '../../../support/read-manifests';
import type { Manifest, ObjectChange } from '../object-change';
import { chanceOf } from './chance';
import { mutate } from './mutate';

const written = (): readonly Manifest[] =>
  parseAllDocuments(readFileSync(join(__dirname, 'objects.yaml'), 'utf8')).map((document) => document.toJS());
const ofDist = (): readonly Manifest[] => readManifests('dist').map(({ object }) => object as Manifest);

const ROLL = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Objects as people write them, changed in one to three places by chance. */
export const randomChanges = (seed: number, count: number): readonly ObjectChange[] => {
  const chance = chanceOf(seed);
  const [own, dist] = [written(), ofDist()];
  const rolling = own.filter(({ kind }) => ROLL.includes(kind));
  return Array.from({ length: count }, (_, index): ObjectChange => {
    const before = index % 6 === 5 ? chance.oneOf(dist) : index % 3 === 0 ? chance.oneOf(rolling) : (own[index % own.length] as Manifest);
    const after = structuredClone(before);
    const times = chance.oneOf([1, 1, 1, 2, 3]);
    const done = Array.from({ length: times }, () => mutate(after, chance));
    return { title: `${before.kind}/${before.metadata.name} #${index}: ${done.join('; ')}`, before, after };
  });
};
