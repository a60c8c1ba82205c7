/**
 * Makes kubernetes.json.gz: the Kubernetes JSON schemas of the kinds that Waybill may write, for each version that it supports.
 * They are Kubernetes' own OpenAPI definitions (Apache-2.0), as the PyPI package kubernetes-validate carries them.
 * `node test/schemas/make-schemas.mjs` needs pip and a network; the tests need neither.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const SOURCE = 'kubernetes-validate==1.37.0';
const VERSIONS = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37'];
const KINDS = {
  v1: ['Namespace', 'ServiceAccount', 'ConfigMap', 'Secret', 'Service', 'PersistentVolumeClaim'],
  'apps/v1': ['Deployment', 'StatefulSet'],
  'batch/v1': ['Job', 'CronJob'],
  'networking.k8s.io/v1': ['Ingress', 'NetworkPolicy'],
  'policy/v1': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io/v1': ['Role', 'RoleBinding'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
};
const kinds = Object.entries(KINDS).flatMap(([apiVersion, names]) => names.map((kind) => `${apiVersion}/${kind}`));

/** What a validator reads; descriptions and merge hints are most of the bytes. */
const KEYWORDS = ['type', 'format', 'enum', 'required', 'additionalProperties', 'items', '$ref', 'x-kubernetes-list-map-keys'];

const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** `["string", "null"]` becomes `"string"`: a null in a manifest is a field someone forgot to fill. */
const withoutNull = (type) => {
  const types = [type].flat().filter((name) => name !== 'null');
  return types.length === 1 ? types[0] : types;
};

const trimmed = (schema) => {
  if (typeof schema !== 'object') return schema;
  if (schema.oneOf) return { type: schema.oneOf.map((choice) => withoutNull(choice.type)) };
  const kept = Object.fromEntries(KEYWORDS.filter((word) => word in schema).map((word) => [word, schema[word]]));
  if (kept.type) kept.type = withoutNull(kept.type);
  if (kept.$ref) kept.$ref = nameOf(kept.$ref);
  if (kept.items) kept.items = trimmed(kept.items);
  if (kept.additionalProperties) kept.additionalProperties = trimmed(kept.additionalProperties);
  if (schema.properties) kept.properties = mapValues(schema.properties, trimmed);
  return kept;
};

const nameOf = (ref) => ref.split('/').at(-1);
const refsOf = (schema) => JSON.stringify(schema).match(/(?<="\$ref":")[^"]+/g) ?? [];

/** The definitions that the kinds need at one version. `status` is left out: a cluster writes it, a manifest never does. */
const closure = (definitions, roots) => {
  const found = new Map();
  const visit = (name) => {
    if (found.has(name)) return;
    const schema = trimmed(definitions[name]);
    if (roots.includes(name)) delete schema.properties.status;
    found.set(name, schema);
    refsOf(schema).forEach(visit);
  };
  roots.forEach(visit);
  return found;
};

const definitionOf = (definitions, kind) => {
  const has = (schema) =>
    schema['x-kubernetes-group-version-kind']?.some((of) => [of.group, of.version, of.kind].filter(Boolean).join('/') === kind);
  const name = Object.keys(definitions).find((each) => has(definitions[each]));
  if (!name) throw new Error(`no definition of ${kind}`);
  return name;
};

const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
try {
  execFileSync('pip', ['install', '--quiet', '--no-deps', '--target', folder, SOURCE], { stdio: 'inherit' });
  const rootOf = {};
  /** name -> version since which -> schema; a version that changes nothing is not listed. */
  const definitions = {};
  for (const version of VERSIONS) {
    const path = join(folder, 'kubernetes_validate', 'kubernetes-json-schema', `v${version}.0-local-strict`, '_definitions.json');
    const all = JSON.parse(readFileSync(path, 'utf8')).$defs;
    for (const kind of kinds) rootOf[kind] = definitionOf(all, kind);
    for (const [name, schema] of closure(all, Object.values(rootOf))) {
      definitions[name] ??= {};
      const last = Object.values(definitions[name]).at(-1);
      if (JSON.stringify(last) !== JSON.stringify(schema)) definitions[name][version] = schema;
    }
  }
  const file = { source: `PyPI ${SOURCE}`, versions: VERSIONS, kinds: rootOf, definitions };
  writeFileSync(new URL('kubernetes.json.gz', import.meta.url), gzipSync(JSON.stringify(file), { level: 9 }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
