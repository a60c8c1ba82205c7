import { at, isObject, type Json, type JsonObject, textOf } from '../json';
import type { Identity } from './identity';

/** One object of a tree. Two objects are the same when their id is. */
export interface KubeObject {
  readonly id: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** The folder that stands for its cluster, where a tree has several; else empty. */
  readonly place: string;
  /** The kubectl context that Waybill's own namespace names. */
  readonly context: string | undefined;
  readonly json: JsonObject;
}

/** What a person calls it: `todo-chatbot/Deployment/todo-backend`, without the namespace where it has none. */
export const titleOf = ({ namespace, kind, name, place }: Pick<KubeObject, 'namespace' | 'kind' | 'name' | 'place'>): string =>
  `${namespace === '' ? '' : `${namespace}/`}${kind}/${name}${place === '' ? '' : ` (${place})`}`;

export const toKubeObject = (json: Json, file: string, line: number): KubeObject | undefined => {
  if (!isObject(json) || typeof json.apiVersion !== 'string' || typeof json.kind !== 'string') return undefined;
  const name = textOf(at(json, 'metadata', 'name')) || textOf(at(json, 'metadata', 'generateName'));
  if (name === '') return undefined;
  const namespace = textOf(at(json, 'metadata', 'namespace'));
  return { ...keysOf({ apiVersion: json.apiVersion, kind: json.kind, name, namespace }), file, line, place: '', context: undefined, json };
};

const keysOf = ({ apiVersion, kind, name, namespace }: Identity) => {
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  return { id: [group, kind, namespace, name].join('\u0000'), group, version: apiVersion.slice(slash + 1), kind, namespace, name };
};

/** Reads its text when somebody looks into it, and then once for both sides. */
export interface Later {
  readonly json: JsonObject;
}
/** An object that stands on both sides word by word. */
export const laterObject = (identity: Identity, later: Later, file: string, line: number): KubeObject =>
  new LaterObject(keysOf(identity), later, file, line);

class LaterObject implements KubeObject {
  readonly id: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  place = '';
  context: string | undefined;

  constructor(
    keys: ReturnType<typeof keysOf>,
    readonly later: Later,
    readonly file: string,
    readonly line: number,
  ) {
    this.id = keys.id;
    this.group = keys.group;
    this.version = keys.version;
    this.kind = keys.kind;
    this.namespace = keys.namespace;
    this.name = keys.name;
  }
  get json(): JsonObject {
    return this.later.json;
  }
}

/** Whether two objects are of one text: then they are the same without a look. */
export const isOneText = (a: KubeObject, b: KubeObject): boolean =>
  a instanceof LaterObject && b instanceof LaterObject ? a.later === b.later || a.json === b.json : a.json === b.json;

/** The same object in its place. */
export const placedObject = (object: KubeObject, place: string, context: string | undefined): KubeObject => {
  const id = `${object.id}\u0000${place}`;
  if (!(object instanceof LaterObject)) return { ...object, id, place, context };
  const { group, version, kind, namespace, name, later, file, line } = object;
  const placed = new LaterObject({ id, group, version, kind, namespace, name }, later, file, line);
  placed.place = place;
  placed.context = context;
  return placed;
};
