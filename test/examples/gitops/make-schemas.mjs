/**
 * `node test/examples/gitops/make-schemas.mjs FOLDER…` makes schemas.json of the CRDs in those folders, one a YAML file: of each kind in
 * examples/gitops what the examples use of it. A field that a CRD does not have is an error.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const EXAMPLES = join(here, '../../../examples/gitops');

const documentsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => document.toJS()));

const NOISE = /^(description|x-kubernetes-|properties|items)/;
/** The part of a schema that speaks of these values. @throws on a field that it does not have. */
const trim = (schema, values, at) => {
  const own = Object.fromEntries(Object.entries(schema).filter(([key]) => !NOISE.test(key)));
  const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
  if (items.length > 0) return { ...own, items: trim(schema.items, items, `${at}[]`) };
  const keys = [
    ...new Set(values.flatMap((value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []))),
  ];
  if (keys.length === 0 || schema.properties === undefined) return own;
  const unknown = keys.filter((key) => !(key in schema.properties));
  if (unknown.length > 0) throw new Error(`${at} has no ${unknown.join(', ')}`);
  const of = (key) => values.flatMap((value) => (value?.[key] === undefined ? [] : [value[key]]));
  return { ...own, properties: Object.fromEntries(keys.map((key) => [key, trim(schema.properties[key], of(key), `${at}.${key}`)])) };
};

const crds = process.argv
  .slice(2)
  .flatMap(documentsIn)
  .filter((one) => one?.kind === 'CustomResourceDefinition');
const schemas = {};
for (const example of documentsIn(EXAMPLES)) {
  const [group, version] = example.apiVersion.split('/');
  const crd = crds.find(({ spec }) => spec.group === group && spec.names.kind === example.kind);
  const found = crd?.spec.versions.find(({ name, served }) => name === version && served);
  if (found === undefined) throw new Error(`no CRD of ${example.apiVersion} ${example.kind} in ${process.argv.slice(2).join(', ')}`);
  schemas[`${example.apiVersion} ${example.kind}`] = trim(found.schema.openAPIV3Schema, [example], example.kind);
}
writeFileSync(join(here, 'schemas.json'), `${JSON.stringify(schemas, undefined, 2)}\n`);
