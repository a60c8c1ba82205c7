import { at, isList, isObject, type Json, type JsonObject, objectOf } from '../json';
import { hideSecrets } from './hide-secrets';
import { type Identity, identityOf } from './identity';
import { type KubeObject, type Later, laterObject, placedObject, titleOf, toKubeObject } from './kube-object';
import { folderOf, placeIn, placesOf } from './places';
import { readBlockYaml } from './read-block-yaml';
import type { YamlAnswer } from './read-yaml';
import { isPlainBlock } from './scan-block-yaml';
import { mayHoldSecret } from './sensitive';
import { type DocumentText, splitDocuments } from './split-documents';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
export interface TreeProblem {
  /** `dist/a.yaml:12` */
  readonly at: string;
  readonly found: string;
  readonly fix: string;
}
/** The Kubernetes objects of one side, by id. */
export interface Tree {
  readonly objects: ReadonlyMap<string, KubeObject>;
  readonly problems: readonly TreeProblem[];
}

export interface Trees {
  readonly base: Tree;
  readonly head: Tree;
}

/** Reads both sides with one memory: a text that stands in both is read once if at all, and is the same value. */
export const readTrees = (base: readonly SourceFile[], head: readonly SourceFile[]): Trees => {
  const [before, after] = [base, head].map(documentsOf) as [readonly Placed[], readonly Placed[]];
  const texts = new Set(before.map(({ text }) => text));
  const inBoth = new Set(after.flatMap(({ text }) => (texts.has(text) ? [text] : [])));
  const memory = new Map<string, Entry>();
  const read = (text: string): Entry => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const entry = (inBoth.has(text) ? laterEntry(text) : undefined) ?? { ...readText(text), later: undefined };
    memory.set(text, entry);
    return entry;
  };
  const [old, now] = [readDocuments(before, read), readDocuments(after, read)];
  const places = placesOf([old, now].flatMap(({ objects }) => foldersOf(objects)));
  return { base: toTree(old, places), head: toTree(now, places) };
};

interface Entry extends YamlAnswer {
  /** Instead of values, for a text of one object that nobody had to read yet. */
  readonly later: { readonly identity: Identity; readonly source: Later } | undefined;
}
const laterEntry = (text: string): Entry | undefined => {
  const identity = isPlainBlock(text) ? identityOf(text) : undefined;
  if (identity === undefined) return undefined;
  let json: JsonObject | undefined;
  const source: Later = {
    get json() {
      json ??= objectOf(readText(text).values[0]);
      return json;
    },
  };
  return { values: [], problems: [], later: { identity, source } };
};
const readText = (text: string): YamlAnswer => {
  const quick = readBlockYaml(text);
  const { values, problems } = quick === undefined ? library().readYaml(text) : { values: [quick.value], problems: [] };
  const mayHide = quick === undefined || mayHoldSecret(text);
  return { values: values.flatMap(withoutLists).map((value) => (isObject(value) && mayHide ? hideSecrets(value) : value)), problems };
};
/** The YAML library takes longer to load than most trees to read. */
const library = (): typeof import('./read-yaml') => require('./read-yaml');

interface Placed extends DocumentText {
  readonly path: string;
}
const documentsOf = (files: readonly SourceFile[]): readonly Placed[] =>
  files.flatMap(({ path, text }) => splitDocuments(text).map((document) => ({ ...document, path })));

interface Read {
  readonly objects: readonly KubeObject[];
  readonly problems: readonly TreeProblem[];
}
const readDocuments = (documents: readonly Placed[], read: (text: string) => Entry): Read => {
  const objects: KubeObject[] = [];
  const problems: TreeProblem[] = [];
  for (const document of documents) {
    const { path } = document;
    const { values, problems: own, later } = read(document.text);
    for (const { line, found, fix } of own) problems.push({ at: `${path}:${document.line + line - 1}`, found, fix });
    if (later !== undefined) objects.push(laterObject(later.identity, later.source, path, firstLine(document)));
    for (const value of values) {
      // A document of comments alone is no object.
      if (value === null || value === undefined) continue;
      const line = firstLine(document);
      const object = toKubeObject(value, path, line);
      if (object !== undefined) objects.push(object);
      else
        problems.push({
          at: `${path}:${line}`,
          found: 'no Kubernetes object: apiVersion, kind or metadata.name is missing',
          fix: 'leave other YAML out of the folder',
        });
    }
  }
  return { objects, problems };
};

/** For each object the folders it is in. */
const foldersOf = (objects: readonly KubeObject[]): readonly ReadonlySet<string>[] => {
  if (new Set(objects.map(({ file }) => folderOf(file))).size < 2) return [];
  const folders = new Map<string, Set<string>>();
  for (const { id, file } of objects) folders.set(id, (folders.get(id) ?? new Set()).add(folderOf(file)));
  return [...folders.values()];
};

/** The line on which a document says something, behind comments and empty lines. */
const firstLine = ({ text, line }: DocumentText): number =>
  /^[^#\s]/.test(text)
    ? line
    : line +
      Math.max(
        0,
        text.split('\n', 50).findIndex((one) => /^[^#\s]/.test(one)),
      );

const toTree = ({ objects, problems }: Read, places: readonly string[]): Tree => {
  const contexts = new Map(
    objects
      .filter(({ kind }) => kind === 'Namespace')
      .map((one) => [placeIn(one.file, places), at(one.json, 'metadata', 'labels', 'waybill/target')]),
  );
  const tree = new Map<string, KubeObject>();
  const twins: TreeProblem[] = [];
  for (const object of objects) {
    const place = placeIn(object.file, places);
    const context = contexts.get(place);
    const placed = placedObject(object, place, typeof context === 'string' ? context : undefined);
    const twin = tree.get(placed.id);
    if (twin !== undefined) {
      twins.push({
        at: `${object.file}:${object.line}`,
        found: `${titleOf(placed)} stands here and at ${twin.file}:${twin.line}; the last one counts`,
        fix: 'delete one of the two',
      });
    }
    tree.set(placed.id, placed);
  }
  return { objects: tree, problems: [...problems, ...twins] };
};

const withoutLists = (value: Json): readonly Json[] =>
  isObject(value) && typeof value.kind === 'string' && /List$/.test(value.kind) && isList(value.items)
    ? value.items.flatMap(withoutLists)
    : [value];
