import { quantityValue } from '../../compare/quantity';
import { at, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json';
import type { KubeObject } from '../../read/kube-object';
import { podTemplateOf } from '../pod-template-of';

/** Sums by `requests.cpu`, `limits.memory`, `storage`, `pods`. */
export type Sums = Readonly<Record<string, number>>;
const RUNNING = ['Deployment', 'StatefulSet', 'ReplicaSet', 'Pod'];

/** What the objects of a namespace ask for when all run. Pods of jobs come and go, those of DaemonSets depend on nodes: not counted. */
export const sumsOf = (objects: readonly KubeObject[]): Sums => {
  const sums: Record<string, number> = {};
  for (const { kind, json } of objects) {
    if (!COUNTED.has(kind)) continue;
    const own = known.get(json) ?? ownSums(kind, json);
    known.set(json, own);
    for (const name of Object.keys(own)) sums[name] = (sums[name] ?? 0) + (own[name] ?? 0);
  }
  return sums;
};
const COUNTED = new Set([...RUNNING, 'PersistentVolumeClaim']);
/** What stands in both trees is summed once. */
const known = new WeakMap<JsonObject, Sums>();
const ownSums = (kind: string, json: JsonObject): Sums => {
  const sums: Record<string, number> = {};
  const add = (name: string, value: number): void => {
    sums[name] = (sums[name] ?? 0) + value;
  };
  if (kind === 'PersistentVolumeClaim') add('storage', storageOf(json));
  if (!RUNNING.includes(kind)) return sums;
  const replicas = kind === 'Pod' ? 1 : Number(at(json, 'spec', 'replicas') ?? 1);
  add('pods', replicas);
  const spec = objectOf(podTemplateOf(json)?.spec);
  for (const container of listOf(spec.containers).filter(isObject)) addResources(objectOf(container.resources), replicas, add);
  for (const claim of listOf(at(json, 'spec', 'volumeClaimTemplates')).filter(isObject)) add('storage', replicas * storageOf(claim));
  return sums;
};
const storageOf = (claim: JsonObject): number => quantityValue(at(claim, 'spec', 'resources', 'requests', 'storage')) ?? 0;
/** A limit without a request is a request too. */
const addResources = ({ limits, requests }: JsonObject, replicas: number, add: (name: string, value: number) => void): void => {
  for (const [name, value] of Object.entries(objectOf(limits))) add(`limits.${name}`, replicas * (quantityValue(textOf(value)) ?? 0));
  for (const [name, value] of Object.entries({ ...objectOf(limits), ...objectOf(requests) }))
    add(`requests.${name}`, replicas * (quantityValue(textOf(value)) ?? 0));
};
