import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Schema = { readonly [keyword: string]: unknown };

/** Made by test/schemas/make-schemas.mjs. */
interface SchemaFile {
  readonly source: string;
  readonly versions: readonly string[];
  /** `apps/v1/Deployment` -> name of its definition. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Name -> the version since which a schema holds -> the schema. */
  readonly definitions: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

const file: SchemaFile = JSON.parse(gunzipSync(readFileSync(join(__dirname, '../schemas/kubernetes.json.gz'))).toString());

/** The Kubernetes versions that a manifest must be valid on. */
export const VERSIONS = file.versions;
export const KINDS = file.kinds;

/** The definitions of one version, by name. */
export const definitionsAt = (version: string): [name: string, schema: Schema][] =>
  Object.entries(file.definitions).flatMap(([name, bySince]) => {
    const since = VERSIONS.slice(0, VERSIONS.indexOf(version) + 1).findLast((each) => each in bySince);
    const schema = since && bySince[since];
    return schema ? [[name, schema] as [string, Schema]] : [];
  });
