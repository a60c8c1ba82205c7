import { at, isObject, type Json, type JsonObject, textOf } from '../json';

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
  const slash = json.apiVersion.indexOf('/');
  const group = slash === -1 ? '' : json.apiVersion.slice(0, slash);
  const version = json.apiVersion.slice(slash + 1);
  const namespace = textOf(at(json, 'metadata', 'namespace'));
  return {
    id: [group, json.kind, namespace, name].join('\u0000'),
    group,
    version,
    kind: json.kind,
    namespace,
    name,
    file,
    line,
    place: '',
    context: undefined,
    json,
  };
};
