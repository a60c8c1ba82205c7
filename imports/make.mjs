/**
 * `node imports/make.mjs` makes the types in this folder from crds/httproutes.yaml.
 * `--crd FILE` first renews that file: it takes the HTTPRoute CRD of a Gateway API release and keeps what Waybill writes.
 * `--output FOLDER` puts what is made elsewhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));

const HEADER = `# HTTPRoute of the Gateway API (Apache-2.0, https://github.com/kubernetes-sigs/gateway-api), trimmed by imports/make.mjs to the
# fields that Waybill writes. It gives types and a schema for the tests; a cluster needs the whole CRD of a release.
`;

/** true keeps a field whole. The group, kind and weight that a server fills in are kept so that a second apply finds no difference. */
const KEEP = {
  apiVersion: true,
  kind: true,
  metadata: true,
  spec: {
    hostnames: true,
    parentRefs: { group: true, kind: true, name: true, namespace: true, sectionName: true },
    rules: {
      matches: { path: true },
      backendRefs: { group: true, kind: true, name: true, port: true, weight: true },
      timeouts: true,
    },
  },
};

const isNoise = (key) => key === 'description' || key.startsWith('x-kubernetes-');
const filterKeys = (object, test) => Object.fromEntries(Object.entries(object).filter(([key]) => test(key)));
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

const trim = (schema, keep) => {
  const { properties, items, required, ...rest } = filterKeys(schema, (key) => !isNoise(key));
  const isKept = (name) => keep === true || name in keep;
  return {
    ...rest,
    ...(items && { items: trim(items, keep) }),
    ...(properties && {
      properties: mapValues(filterKeys(properties, isKept), (property, name) => trim(property, keep === true || keep[name])),
    }),
    ...(required && { required: required.filter(isKept) }),
  };
};

const trimCrd = ({ apiVersion, kind, metadata, spec }) => {
  const v1 = spec.versions.find(({ name }) => name === 'v1');
  const openAPIV3Schema = trim(v1.schema.openAPIV3Schema, KEEP);
  const { group, names, scope } = spec;
  return {
    apiVersion,
    kind,
    metadata: { annotations: metadata.annotations, name: metadata.name },
    spec: { group, names, scope, versions: [{ name: 'v1', schema: { openAPIV3Schema }, served: true, storage: true }] },
  };
};

const { values } = parseArgs({ options: { crd: { type: 'string' }, output: { type: 'string', default: here } } });
const output = resolve(values.output);
const trimmedCrd = join(values.crd ? output : here, 'crds', 'httproutes.yaml');

if (values.crd) {
  const whole = parse(readFileSync(values.crd, 'utf8'));
  mkdirSync(dirname(trimmedCrd), { recursive: true });
  writeFileSync(trimmedCrd, HEADER + stringify(trimCrd(whole), { lineWidth: 140 }));
}

const cdk8s = join(dirname(createRequire(import.meta.url).resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
execFileSync(process.execPath, [cdk8s, 'import', trimmedCrd, '--language', 'typescript', '--output', output, '--no-save'], {
  // Away from cdk8s.yaml, and without a question to the network.
  cwd: tmpdir(),
  env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
