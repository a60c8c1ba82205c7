import { at, isList, isObject, type Json } from '../json';
import { hideSecrets } from './hide-secrets';
import { type KubeObject, titleOf, toKubeObject } from './kube-object';
import { folderOf, placeIn, placesOf } from './places';
import { readBlockYaml } from './read-block-yaml';
import { readYaml, type YamlAnswer } from './read-yaml';
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

/** Reads both sides with one memory: a text that stands in both is read once, and is the same value. */
export const readTrees = (base: readonly SourceFile[], head: readonly SourceFile[]): Trees => {
  const memory = new Map<string, YamlAnswer>();
  const read = (text: string): YamlAnswer => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const quick = readBlockYaml(text);
    const { values, problems } = quick === undefined ? readYaml(text) : { values: [quick.value], problems: [] };
    const answer = {
      values: values
        .flatMap(withoutLists)
        .map((value) => (isObject(value) && (quick === undefined || mayHoldSecret(text)) ? hideSecrets(value) : value)),
      problems,
    };
    memory.set(text, answer);
    return answer;
  };
  const [old, now] = [readFiles(base, read), readFiles(head, read)];
  const places = placesOf([old, now].flatMap(({ objects }) => foldersOf(objects)));
  return { base: toTree(old, places), head: toTree(now, places) };
};

/** For each object the folders it is in. */
const foldersOf = (objects: readonly KubeObject[]): readonly ReadonlySet<string>[] => {
  if (new Set(objects.map(({ file }) => folderOf(file))).size < 2) return [];
  const folders = new Map<string, Set<string>>();
  for (const { id, file } of objects) folders.set(id, (folders.get(id) ?? new Set()).add(folderOf(file)));
  return [...folders.values()];
};

interface Read {
  readonly objects: readonly KubeObject[];
  readonly problems: readonly TreeProblem[];
}
const readFiles = (files: readonly SourceFile[], read: (text: string) => YamlAnswer): Read => {
  const objects: KubeObject[] = [];
  const problems: TreeProblem[] = [];
  for (const { path, text } of files) {
    for (const document of splitDocuments(text)) {
      const { values, problems: own } = read(document.text);
      for (const { line, found, fix } of own) problems.push({ at: `${path}:${document.line + line - 1}`, found, fix });
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
  }
  return { objects, problems };
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
    const placed = { ...object, id: `${object.id}\u0000${place}`, place, context: typeof context === 'string' ? context : undefined };
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
