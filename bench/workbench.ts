import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { rowsOf, type Shape } from './inputs/rows';
import { toValues } from './inputs/to-values';
import type { Command } from './measure';
import { toolOf } from './tools';

export type Name = 'waybill' | 'helm' | 'kustomize' | 'cdk8s';
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
}
/** Inputs of every tool for the same services, below one folder, and the command of each. */
export interface Workbench {
  readonly commands: Readonly<Record<Name, Command>>;
  /** What a tool has written, object by object. */
  readonly written: (name: Name) => readonly Manifest[];
  readonly bytes: (name: Name) => number;
}

export const waybillCommand = (folder: string, count: number, shape: Shape): Command => {
  const file = join(folder, `rows-${count}-${shape.replaceAll(' ', '-')}.json`);
  writeFileSync(file, JSON.stringify(rowsOf(count, shape)));
  const env = { SERVICES: file, FOLLOWS: shape === 'a chain' ? 'yes' : 'no' };
  return {
    program: process.execPath,
    args: ['cli/start/run.cjs', 'bench/waybill-app.ts', '-o', join(folder, 'waybill')],
    env,
    out: '/dev/null',
  };
};

/** So that the next run writes anew. Moved, not removed: ext4 is slow to give the inodes of what was just removed again, which is no tool's work. */
export const setOutputAside = (folder: string): void => {
  const out = join(folder, 'waybill');
  if (existsSync(out)) renameSync(out, join(mkdtempSync(join(folder, 'aside-')), 'waybill'));
};

/** `all`: with what kustomize and cdk8s read, which is made of what Waybill has written. */
export const workbench = (folder: string, count: number, all: boolean, run: (command: Command) => unknown): Workbench => {
  setOutputAside(folder);
  for (const name of ['kustomize', 'cdk8s']) rmSync(join(folder, name), { recursive: true, force: true });
  const waybill = waybillCommand(folder, count, 'small systems');
  writeFileSync(join(folder, 'values.json'), JSON.stringify(toValues(rowsOf(count))));
  run(waybill);
  if (all) {
    const objects = manifestsIn(join(folder, 'waybill'));
    writeBase(join(folder, 'kustomize'), objects);
    writeFileSync(join(folder, 'manifests.json'), JSON.stringify(byService(objects)));
  }
  const out = (name: Name) => join(folder, `${name}.yaml`);
  const chart = resolve('bench/inputs/chart');
  const commands = {
    waybill,
    helm: { program: toolOf('helm'), args: ['template', 'shop', chart, '-f', join(folder, 'values.json')], out: out('helm') },
    kustomize: { program: toolOf('kustomize'), args: ['build', join(folder, 'kustomize')], out: out('kustomize') },
    cdk8s: {
      program: process.execPath,
      args: ['cli/start/run.cjs', 'bench/cdk8s-app.ts', join(folder, 'cdk8s')],
      env: { MANIFESTS: join(folder, 'manifests.json') },
      out: '/dev/null',
    },
  };
  const isFolder = (name: Name) => name === 'waybill' || name === 'cdk8s';
  const filesOf = (name: Name) => (isFolder(name) ? readdirSync(join(folder, name)).map((file) => join(folder, name, file)) : [out(name)]);
  return {
    commands,
    written: (name) => filesOf(name).flatMap(manifestsOf),
    bytes: (name) => filesOf(name).reduce((sum, file) => sum + statSync(file).size, 0),
  };
};

const manifestsIn = (folder: string) => readdirSync(folder).flatMap((file) => manifestsOf(join(folder, file)));
const manifestsOf = (file: string): readonly Manifest[] =>
  parseAllDocuments(readFileSync(file, 'utf8'), { version: '1.1' })
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null);

const serviceOf = ({ kind, metadata }: Manifest): string =>
  metadata.labels?.['app.kubernetes.io/name'] ?? `${kind.toLowerCase()}-${metadata.namespace ?? metadata.name}`;
const byService = (objects: readonly Manifest[]): Readonly<Record<string, readonly Manifest[]>> => {
  const groups: Record<string, Manifest[]> = {};
  for (const object of objects) groups[serviceOf(object)] = [...(groups[serviceOf(object)] ?? []), object];
  return groups;
};
/** A file for each service, a folder with a kustomization for each system, and one above them. */
const writeBase = (folder: string, objects: readonly Manifest[]): void => {
  const systems = bySystem(objects);
  mkdirSync(folder, { recursive: true });
  for (const [system, own] of Object.entries(systems)) {
    const services = byService(own);
    mkdirSync(join(folder, system));
    for (const [service, some] of Object.entries(services))
      writeFileSync(join(folder, system, `${service}.yaml`), some.map((one) => stringify(one, { version: '1.1' })).join('---\n'));
    const labels = [{ pairs: { 'app.kubernetes.io/managed-by': 'waybill' } }];
    const resources = Object.keys(services).map((service) => `${service}.yaml`);
    writeFileSync(join(folder, system, 'kustomization.yaml'), stringify({ namespace: system, labels, resources }));
  }
  writeFileSync(join(folder, 'kustomization.yaml'), stringify({ resources: Object.keys(systems) }));
};
const bySystem = (objects: readonly Manifest[]): Readonly<Record<string, Manifest[]>> => {
  const groups: Record<string, Manifest[]> = {};
  for (const object of objects) {
    const system = object.metadata.namespace ?? object.metadata.name;
    groups[system] ??= [];
    groups[system].push(object);
  }
  return groups;
};
