import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Schema } from '../../judges/kubernetes-schemas';
import { VERSIONS } from '../../judges/kubernetes-schemas';
import { schemasOfCrd } from '../../judges/schema-of-crd';
import { runProgram } from '../run-program';
import { madeOnce } from './made-once';

const PACKAGE = "import importlib.util as i, os; print(os.path.dirname(i.find_spec('kubernetes_validate').origin))";
const HTTP_ROUTE = 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml';

/** Where kubeconform looks, as its templates for a schema's path. */
export const SCHEMA_PATHS = [
  '{{ .NormalizedKubernetesVersion }}/{{ .ResourceKind }}{{ .KindSuffix }}.json',
  'crds/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json',
] as const;

/** The schemas of every version and of HTTPRoute, closed to unknown fields, as files that refer to each other. */
export const schemaFolder = async (cache: string, python: string, gatewayApi: string): Promise<string> => {
  const from = (await runProgram(python, ['-c', PACKAGE])).trim();
  return madeOnce(join(cache, `schemas-${basename(join(python, '../..'))}-${basename(gatewayApi)}`), async (into) => {
    for (const version of VERSIONS) writeVersion(from, into, version);
    mkdirSync(join(into, 'crds'));
    for (const { kind, schema } of schemasOfCrd(parse(readFileSync(join(gatewayApi, HTTP_ROUTE), 'utf8')), { type: 'object' })) {
      const [group = '', version = '', name = ''] = kind.split('/');
      write(join(into, 'crds', `${name.toLowerCase()}-${group}-${version}.json`), schema);
    }
  });
};

interface Definition extends Schema {
  readonly 'x-kubernetes-group-version-kind'?: readonly { readonly group: string; readonly version: string; readonly kind: string }[];
}

const writeVersion = (from: string, into: string, version: string): void => {
  const path = join(from, 'kubernetes-json-schema', `v${version}.0-local-strict`, '_definitions.json');
  // Their ids are addresses on the internet, where kubeconform would look for what they refer to.
  const { $id, ...definitions } = JSON.parse(readFileSync(path, 'utf8')) as Schema & {
    readonly $defs: Readonly<Record<string, Definition>>;
  };
  const folder = join(into, `v${version}.0`);
  mkdirSync(folder);
  write(join(folder, '_definitions.json'), definitions);
  for (const [name, { 'x-kubernetes-group-version-kind': kinds = [] }] of Object.entries(definitions.$defs)) {
    for (const { group, version: of, kind } of kinds) {
      const suffix = [group.split('.')[0], of].filter(Boolean).join('-');
      write(join(folder, `${kind}-${suffix}.json`.toLowerCase()), { $ref: `_definitions.json#/$defs/${name}` });
    }
  }
};

const write = (path: string, content: unknown): void => writeFileSync(path, JSON.stringify(content));
