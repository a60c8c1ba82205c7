import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { synthesize } from '../../constructs/synthesize';
import type { Target, Versions } from '../../contracts';
import { readSystem } from '../../contracts/read-system';
import { versionedImage } from '../../contracts/reading/versioned-image';
import { systems } from '../../systems';
import { targets } from '../../targets';
import { targetCalled, versionsOf } from '../support/synthesized';
import { DATABASES, withDatabase } from '../support/with-database';
import type { Judged } from './remark';

const DIST = join(__dirname, '../../dist');
const ENDING = '.k8s.yaml';
/** A way in that neither of our targets takes: the one kind that dist does not hold, HTTPRoute. */
export const GATEWAY = 'production through a Gateway';
/** As an owner applies it, who writes the digest that the registry gave each image beside its tag. */
export const RELEASED = 'production as released';
/** Of no image that there is: one that was would be a claim about it. */
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** Every file of dist, as it lies there. */
export const distFiles = (): readonly Judged[] =>
  targets.flatMap(({ name, folder }) =>
    readdirSync(join(DIST, folder))
      .filter((file) => file.endsWith(ENDING))
      .sort()
      .map((file) => ({ target: name, system: file.slice(0, -ENDING.length), path: join(DIST, folder, file) })),
  );

/** The production target as another owner would have it, written below a folder. */
export const gatewayFiles = (into: string): readonly Judged[] => {
  const target: Target = {
    ...targetCalled('production'),
    exposure: {
      kind: 'http-route',
      gateway: { name: 'public', namespace: 'gateways' },
      controller: { namespace: 'gateways', ports: [443] },
    },
  };
  return written(into, target, versionsOf(target), GATEWAY);
};

/** The production target with a digest for every image of one system, written below a folder. */
export const releasedFile = (into: string, of: string): readonly Judged[] => {
  const target = targetCalled('production');
  const images = systems
    .filter(({ name }) => name === of)
    .flatMap((one) => Object.values(readSystem(one).system.contracts).map(versionedImage));
  const { [target.name]: versions = {} } = versionsOf(target);
  const pinned = Object.fromEntries(images.map((image) => [image, { ...versions[image], digest: DIGEST }]));
  return written(into, target, { [target.name]: { ...versions, ...pinned } }, RELEASED).filter(({ system }) => system === of);
};

/** Production with the database of todo-chatbot served by each engine that dist does not hold. */
const engines = Object.entries(DATABASES)
  .filter(([engine]) => engine !== 'stateful-set')
  .map(([engine, database]) => ({ called: `production with ${engine}`, database }));
export const ENGINES = engines.map(({ called }) => called);
export const engineFiles = (into: string): readonly Judged[] =>
  engines.flatMap(({ called, database }) => {
    const target = withDatabase(targetCalled('production'), database);
    return written(into, target, versionsOf(target), called).filter(({ system }) => system === 'todo-chatbot');
  });

const written = (into: string, target: Target, versions: Versions, as: string): readonly Judged[] => {
  const { files, findings } = synthesize(systems, [target], versions);
  if (findings.length > 0) throw new Error(JSON.stringify(findings, undefined, 2));
  return [...files].map(([file, content]) => {
    const path = join(into, as, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return { target: as, system: file.slice(file.lastIndexOf('/') + 1, -ENDING.length), path };
  });
};
