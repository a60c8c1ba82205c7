import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../support/read-manifests';
import { definitionsAt, KINDS, VERSIONS } from './kubernetes-schemas';
import { labelOf } from './label-of';
import { schemasOfCrd } from './schema-of-crd';

export { VERSIONS };

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const CRDS = join(__dirname, '../../imports/crds');
const customKinds = readdirSync(CRDS)
  .sort()
  .flatMap((file) => parseAllDocuments(readFileSync(join(CRDS, file), 'utf8')))
  .flatMap((crd) => schemasOfCrd(crd.toJS(), { $ref: OBJECT_META }));
const schemaNames = new Map([...Object.entries(KINDS), ...customKinds.map(({ kind, name }) => [kind, name] as const)]);

/** What an object breaks of the schema that one Kubernetes version has for its kind. A kind without a schema is a problem too. */
export const schemaProblems = (object: KubeObject, version: string): string[] => {
  const kind = `${object.apiVersion}/${object.kind}`;
  const name = schemaNames.get(kind);
  const validate = name && validatorOf(version).getSchema(name);
  if (!validate) return [`${labelOf(object)}: no schema of ${kind} [Kubernetes ${version}]`];
  validate(object);
  return (validate.errors ?? []).map((error) => `${labelOf(object)} ${toSentence(error)} [Kubernetes ${version}]`);
};

const validators = new Map<string, Ajv>();

const validatorOf = (version: string): Ajv => {
  const known = validators.get(version);
  if (known) return known;
  if (!VERSIONS.includes(version)) throw new Error(`no schemas of Kubernetes ${version}; there are ${VERSIONS.join(', ')}`);
  const made = newValidator(version);
  validators.set(version, made);
  return made;
};

const newValidator = (version: string): Ajv => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats: FORMATS });
  ajv.addKeyword({
    keyword: 'x-kubernetes-list-map-keys',
    type: 'array',
    validate: hasUniqueKeys,
    error: { message: 'must not repeat a key' },
  });
  for (const [name, schema] of definitionsAt(version)) ajv.addSchema(name === QUANTITY ? { ...schema, format: 'quantity' } : schema, name);
  for (const { name, schema } of customKinds) ajv.addSchema(schema, name);
  return ajv;
};

const isWithin = (limit: number) => (value: number) => -limit <= value && value < limit;

const FORMATS = {
  int32: { type: 'number' as const, validate: isWithin(2 ** 31) },
  int64: { type: 'number' as const, validate: isWithin(2 ** 63) },
  double: { type: 'number' as const, validate: Number.isFinite },
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  quantity: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/,
};

/** Two entries with the same keys are one for `kubectl apply`: it would lose the other. */
const hasUniqueKeys = (keys: readonly string[], list: readonly Record<string, unknown>[]): boolean =>
  new Set(list.map((entry) => JSON.stringify(keys.map((key) => entry[key])))).size === list.length;

const toSentence = ({ instancePath, message, params }: ErrorObject): string => {
  const path = instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  const field = params.additionalProperty ? ` (${params.additionalProperty})` : '';
  return `${path || '(whole)'}: ${message}${field}`;
};
