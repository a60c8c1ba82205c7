/**
 * `node imports/make.mjs` makes the types in this folder from crds/, one file a group.
 * `--crds FOLDER` first renews crds/: it takes the CRDs of kinds.mjs from the YAML files of that folder and keeps what Waybill writes.
 * `--version GROUP=RELEASE`, once for each group that moved, notes in versions.json which release they are of.
 * `--crds-only` ends there, without the types. `--output FOLDER` puts what is made elsewhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseAllDocuments, stringify } from 'yaml';
import { GROUPS } from './kinds.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const headerOf = ({ of, license, source, kinds }, version) =>
  `# ${Object.keys(kinds).join(', ')} of ${of}, ${version} (${license}, ${source}).
# Trimmed by imports/make.mjs to the fields that Waybill writes. It gives types and a schema for the tests; a cluster needs the whole
# CRDs of a release.
`;

const isNoise = (key) => key === 'description' || key.startsWith('x-kubernetes-');
/** Every object has it, and no CRD says what is in it. */
const isEveryObjects = (name) => name === 'metadata';
const filterKeys = (object, test) => Object.fromEntries(Object.entries(object).filter(([key]) => test(key)));
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/** @throws on a field of kinds.mjs that the CRD does not have: it was renamed, or removed. */
const trim = (schema, keep, at) => {
  // Waybill writes quantities as texts, and a text needs no class of its own.
  if (schema['x-kubernetes-int-or-string']) return { type: 'string', ...(schema.pattern && { pattern: schema.pattern }) };
  const { properties, items, required, additionalProperties, ...rest } = filterKeys(schema, (key) => !isNoise(key));
  const isKept = (name) => keep === true || name in keep;
  if (keep !== true && properties === undefined && items === undefined) throw new Error(`${at} has no fields to choose from`);
  const unknown = keep === true || properties === undefined ? [] : Object.keys(keep).filter((name) => !(name in properties));
  if (unknown.length > 0) throw new Error(`${at} has no ${unknown.join(', ')}`);
  return {
    ...rest,
    ...(additionalProperties && { additionalProperties: typeof additionalProperties === 'object' ? trim(additionalProperties, true, at) : true }),
    ...(items && { items: trim(items, keep, `${at}[]`) }),
    ...(properties && {
      properties: mapValues(filterKeys(properties, isKept), (property, name) => trim(property, keep === true || keep[name], `${at}.${name}`)),
    }),
    ...(required && { required: required.filter((name) => isKept(name) && !isEveryObjects(name)) }),
  };
};

const trimCrd = ({ apiVersion, kind, metadata, spec }, keep) => {
  const stored = spec.versions.find(({ storage }) => storage);
  const openAPIV3Schema = trim(stored.schema.openAPIV3Schema, keep, spec.names.kind);
  const { group, names, scope } = spec;
  return {
    apiVersion,
    kind,
    metadata: { ...(metadata.annotations && { annotations: metadata.annotations }), name: metadata.name },
    spec: { group, names, scope, versions: [{ name: stored.name, schema: { openAPIV3Schema }, served: true, storage: true }] },
  };
};

const documentsOf = (file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS());
const crdsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) => documentsOf(join(folder, name)))
    .filter((object) => object?.kind === 'CustomResourceDefinition');

const renew = (folder, output, versions) => {
  const crds = crdsIn(folder);
  mkdirSync(join(output, 'crds'), { recursive: true });
  for (const [group, what] of Object.entries(GROUPS)) {
    const trimmed = Object.entries(what.kinds).map(([kind, keep]) => {
      const crd = crds.find(({ spec }) => spec.group === group && spec.names.kind === kind);
      if (crd === undefined) throw new Error(`${folder} has no CustomResourceDefinition of ${kind} in ${group}`);
      return stringify(trimCrd(crd, keep), { lineWidth: 140 });
    });
    writeFileSync(join(output, 'crds', `${group}.yaml`), headerOf(what, versions[group]) + trimmed.join('---\n'));
  }
  writeFileSync(join(output, 'versions.json'), `${JSON.stringify(versions, null, 2)}\n`);
};

const { values } = parseArgs({
  options: {
    crds: { type: 'string' },
    version: { type: 'string', multiple: true, default: [] },
    'crds-only': { type: 'boolean', default: false },
    output: { type: 'string', default: here },
  },
});
const output = resolve(values.output);
if (values.crds) {
  const known = JSON.parse(readFileSync(join(here, 'versions.json'), 'utf8'));
  const moved = values.version.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]);
  renew(resolve(values.crds), output, { ...known, ...Object.fromEntries(moved) });
}

const cdk8s = join(dirname(createRequire(import.meta.url).resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
const files = (values['crds-only'] ? [] : Object.keys(GROUPS)).map((group) => join(values.crds ? output : here, 'crds', `${group}.yaml`));
for (const file of files) {
  execFileSync(process.execPath, [cdk8s, 'import', file, '--language', 'typescript', '--output', output, '--no-save'], {
    // Away from cdk8s.yaml, and without a question to the network.
    cwd: tmpdir(),
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
