import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { synthesize } from '../../constructs/synthesize';
import type { Target } from '../../contracts';
import { systems } from '../../systems';
import { targets } from '../../targets';
import { targetCalled, versionsOf } from '../support/synthesized';
import { DATABASES, withDatabase } from '../support/with-database';
import type { Judged } from './remark';

const DIST = join(__dirname, '../../dist');
const ENDING = '.k8s.yaml';
/** A way in that neither of our targets takes: the one kind that dist does not hold, HTTPRoute. */
export const GATEWAY = 'production through a Gateway';

/** Every file of dist, as it lies there. */
export const distFiles = (): readonly Judged[] =>
  targets.flatMap(({ name, folder }) =>
    readdirSync(join(DIST, folder))
      .filter((file) => file.endsWith(ENDING))
      .sort()
      .map((file) => ({ target: name, system: file.slice(0, -ENDING.length), path: join(DIST, folder, file) })),
  );

/** The production target as another owner would have it, written below a folder. */
export const gatewayFiles = (into: string): readonly Judged[] =>
  written(into, GATEWAY, {
    ...targetCalled('production'),
    exposure: {
      kind: 'http-route',
      gateway: { name: 'public', namespace: 'gateways' },
      controller: { namespace: 'gateways', ports: [443] },
    },
  });

/** Production with the database of todo-chatbot served by each engine that dist does not hold. */
const engines = Object.entries(DATABASES)
  .filter(([engine]) => engine !== 'stateful-set')
  .map(([engine, database]) => ({ called: `production with ${engine}`, database }));
export const ENGINES = engines.map(({ called }) => called);
export const engineFiles = (into: string): readonly Judged[] =>
  engines.flatMap(({ called, database }) =>
    written(join(into, called), called, withDatabase(targetCalled('production'), database)).filter(
      ({ system }) => system === 'todo-chatbot',
    ),
  );

const written = (into: string, called: string, target: Target): readonly Judged[] => {
  const { files, findings } = synthesize(systems, [target], versionsOf(target));
  if (findings.length > 0) throw new Error(JSON.stringify(findings, undefined, 2));
  return [...files].map(([file, content]) => {
    const path = join(into, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return { target: called, system: file.slice(file.lastIndexOf('/') + 1, -ENDING.length), path };
  });
};
