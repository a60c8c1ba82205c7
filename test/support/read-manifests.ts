import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** One object of a manifest, as a cluster would receive it. Its shape is what the judges decide. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into manifests of every kind
  readonly [field: string]: any;
}

export interface Manifest {
  /** File name, without the folder. */
  readonly file: string;
  readonly object: KubeObject;
}

/**
 * Every object that `kubectl apply -f FOLDER` would send: the files of the folder itself, in the order of their names.
 * @throws when the folder, a document or every document is missing, so that no test passes on nothing.
 */
export const readManifests = (folder: string): Manifest[] => {
  const manifests = manifestFiles(folder).flatMap((file) => readDocuments(join(folder, file)).map((object) => ({ file, object })));
  if (manifests.length === 0) throw new Error(`${folder} holds no manifest`);
  return manifests;
};

/** The files kubectl would read: https://kubernetes.io/docs/reference/kubectl/generated/kubectl_apply/ */
const manifestFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(json|ya?ml)$/.test(name))
    .sort();

const readDocuments = (path: string): KubeObject[] => {
  // kubectl reads YAML 1.1, where a bare `on` is a boolean: an unquoted string must fail here, not on the cluster.
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' });
  return [...documents].map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new Error(`${path}: ${problem.message}`);
    const object: unknown = document.toJS();
    if (typeof object !== 'object' || object === null || Array.isArray(object)) throw new Error(`${path}: a document is not an object`);
    return object;
  });
};
