import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneField } from './one-field';

/**
 * Writes fields.txt, which says what fields the API of each version has, from the OpenAPI documents in Kubernetes' own sources:
 * `npx tsx cli/diff/schema/make-fields.ts` (wants Go, and downloads the module of each version).
 */
const RELEASES = ['1.28.15', '1.29.0', '1.30.0', '1.31.0', '1.32.0', '1.33.0', '1.34.0', '1.35.0', '1.36.1', '1.37.1'];
const GROUPS = [
  'api__v1',
  'apis__apps__v1',
  'apis__batch__v1',
  'apis__autoscaling__v1',
  'apis__autoscaling__v2',
  'apis__networking.k8s.io__v1',
  'apis__policy__v1',
  'apis__rbac.authorization.k8s.io__v1',
  'apis__storage.k8s.io__v1',
  'apis__scheduling.k8s.io__v1',
  'apis__node.k8s.io__v1',
  'apis__discovery.k8s.io__v1',
  'apis__coordination.k8s.io__v1',
  'apis__admissionregistration.k8s.io__v1',
  'apis__apiextensions.k8s.io__v1',
  'apis__apiregistration.k8s.io__v1',
  'apis__flowcontrol.apiserver.k8s.io__v1',
];

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document
type Schema = any;
interface Field {
  readonly name: string;
  readonly text: string;
  readonly since: number;
  readonly last: number;
}
const types = new Map<string, Map<string, Field>>();
const kinds = new Map<string, string>();

const folderOf = (release: string): string => {
  const { stdout } = spawnSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@v${release}`], { encoding: 'utf8', cwd: '/' });
  return join(JSON.parse(stdout).Dir, 'api/openapi-spec/v3');
};
const addDocument = (document: Schema, minor: number): void => {
  for (const [id, schema] of Object.entries<Schema>(document.components.schemas)) {
    const type = id.split('.').slice(-3).join('.');
    if (schema.properties === undefined) continue;
    const known = types.get(type) ?? new Map<string, Field>();
    types.set(type, known);
    for (const [name, property] of Object.entries<Schema>(schema.properties)) {
      const isOfServer = name === 'status';
      const text = isOfServer ? '*' : oneField(property, (schema.required ?? []).includes(name));
      // The newest version says what a field is, the oldest that has it since when.
      known.set(name, { name, text, since: known.get(name)?.since ?? minor, last: minor });
    }
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? [])
      if (schema.properties.metadata?.allOf?.[0]?.$ref.endsWith('ObjectMeta'))
        kinds.set(`${group === '' ? '' : `${group}/`}${version} ${kind}`, type);
  }
};

for (const release of RELEASES) {
  const folder = folderOf(release);
  for (const group of GROUPS) {
    const file = join(folder, `${group}_openapi.json`);
    if (existsSync(file)) addDocument(JSON.parse(readFileSync(file, 'utf8')), Number(release.split('.')[1]));
  }
}
const [FIRST, ...LATER] = RELEASES.map((release) => Number(release.split('.')[1]));
const reached = new Set<string>();
const reach = (type: string): void => {
  if (reached.has(type) || !types.has(type)) return;
  reached.add(type);
  for (const { text } of types.get(type)?.values() ?? []) reach(text.replace(/^[[{]*/, '').replace(/[!(].*$/, ''));
};
for (const type of kinds.values()) reach(type);
const lines = [
  ...[...kinds].map(([kind, type]) => `${kind} = ${type}`),
  ...[...reached].map((type) => {
    const fields = [...(types.get(type)?.values() ?? [])].map(
      ({ name, text, since, last }) => `${name}:${text}${since === FIRST ? '' : `@${since}`}${last === LATER.at(-1) ? '' : `~${last}`}`,
    );
    return `${type} ${fields.join(' ')}`;
  }),
];
writeFileSync(join(__dirname, 'fields.txt'), `${lines.toSorted().join('\n')}\n`);
