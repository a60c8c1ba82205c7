import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { KINDS, type Schema, VERSIONS } from '../../judges/kubernetes-schemas';
import { schemasOfCrd } from '../../judges/schema-of-crd';
import { runProgram } from '../run-program';
import { madeOnce } from './made-once';

const PACKAGE = "import importlib.util as i, os; print(os.path.dirname(i.find_spec('kubernetes_validate').origin))";
const HTTP_ROUTE = 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml';

/** Of the operators’ kinds there is what Waybill writes: an API server judges by the whole CRDs (test/cluster/simulated). */
const IMPORTS = join(__dirname, '../../../imports/crds');
const operatorCrds = () =>
  readdirSync(IMPORTS)
    .filter((file) => !file.startsWith('gateway.networking.k8s.io'))
    .sort()
    .map((file) => readFileSync(join(IMPORTS, file), 'utf8'));

/** Where kubeconform looks, as its templates for a schema's path. */
export const SCHEMA_PATHS = [
  '{{ .NormalizedKubernetesVersion }}/{{ .ResourceKind }}{{ .KindSuffix }}.json',
  'crds/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json',
] as const;

/** The schemas of every version, of HTTPRoute and of the operators’ kinds, closed to unknown fields. */
export const schemaFolder = async (cache: string, python: string, gatewayApi: string): Promise<string> => {
  const from = (await runProgram(python, ['-c', PACKAGE])).trim();
  // What is made also depends on how: a change of this file makes it anew.
  const madeOf = [basename(join(python, '../..')), basename(gatewayApi), KINDS, VERSIONS, operatorCrds(), readFileSync(__filename, 'utf8')];
  const name = createHash('sha256').update(JSON.stringify(madeOf)).digest('hex').slice(0, 12);
  return madeOnce(join(cache, `schemas-${name}`), async (into) => {
    for (const version of VERSIONS) writeVersion(from, into, version);
    mkdirSync(join(into, 'crds'));
    const route = parse(readFileSync(join(gatewayApi, HTTP_ROUTE), 'utf8'));
    const others = operatorCrds().flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()));
    for (const { kind, schema } of [route, ...others].flatMap((crd) => schemasOfCrd(crd, { type: 'object' }))) {
      const [group = '', version = '', name = ''] = kind.split('/');
      write(join(into, 'crds', `${name.toLowerCase()}-${group}-${version}.json`), schema);
    }
  });
};

type Definitions = Readonly<Record<string, Schema>>;

/** A file for each kind that Waybill may write, with the definitions that it needs: kubeconform reads the file anew for each kind. */
const writeVersion = (from: string, into: string, version: string): void => {
  const path = join(from, 'kubernetes-json-schema', `v${version}.0-local-strict`, '_definitions.json');
  const { $defs } = JSON.parse(readFileSync(path, 'utf8')) as { readonly $defs: Definitions };
  const folder = join(into, `v${version}.0`);
  mkdirSync(folder);
  for (const [id, name] of Object.entries(KINDS)) {
    const [kind = '', of = '', group = ''] = id.split('/').reverse();
    const file = [kind, ...(group === '' ? [] : [group.split('.')[0]]), of].join('-').toLowerCase();
    write(join(folder, `${file}.json`), { $ref: `#/$defs/${name}`, $defs: needed($defs, name) });
  }
};

const needed = (all: Definitions, root: string): Definitions => {
  const found: Record<string, Schema> = {};
  const visit = (name: string): void => {
    const schema = all[name];
    if (schema === undefined) throw new Error(`no definition of ${name}`);
    if (name in found) return;
    found[name] = schema;
    for (const [, next = ''] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) visit(next);
  };
  visit(root);
  return found;
};

const write = (path: string, content: unknown): void => writeFileSync(path, JSON.stringify(content));
