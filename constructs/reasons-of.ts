import type { PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import { type Emission, manifestOf } from './emission';
import { isBecause, type Reason, reasonsOf as reasonsOfLeaf } from './explained';
import { type Manifest, nameOf } from './in-apply-order';
import { jsonPatch } from './json-patch';

/** One leaf of a manifest as it stands in dist. */
export interface ExplainedField {
  /** `spec.template.spec.containers[backend].ports[http].containerPort`: items by their name where they have one of their own. */
  readonly path: string;
  readonly value: unknown;
  /** Empty: nobody said why. A test refuses that. */
  readonly reasons: readonly Reason[];
}
type Node = Readonly<Record<string, unknown>> | readonly unknown[];
type Legend = (readonly Reason[])[];

/** Every leaf of a manifest with its reasons, in the order of the file. A patched leaf is there because of its patch. */
export const reasonsOf = (manifest: Manifest, emission: Emission): readonly ExplainedField[] => {
  const legend: Legend = [];
  const { properties, exists, placed } = emission;
  const unpatched = manifestOf(emission);
  const shadow = {
    ...(shadowOf(unpatched, properties, legend) as object),
    apiVersion: noted(legend, [exists]),
    kind: noted(legend, [exists]),
  };
  return fieldsOf(manifest, patchedShadow(shadow, placed, nameOf(unpatched), legend), '', legend);
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isLeaf = (value: unknown): boolean => !isNode(value) || Object.keys(value).length === 0;
const noted = (legend: Legend, reasons: readonly Reason[]): number => legend.push(reasons) - 1;
const childOf = (node: unknown, key: string): unknown => (isNode(node) ? (node as Readonly<Record<string, unknown>>)[key] : undefined);

/** A tree of the manifest's shape with numbers of the legend in place of its leaves, so that a patch moves both alike. */
const shadowOf = (json: unknown, properties: unknown, legend: Legend): unknown => {
  if (isLeaf(json)) return noted(legend, isBecause(properties) ? reasonsOfLeaf(properties) : []);
  return shape(json as Node, (child, key) => shadowOf(child, propertyOf(properties, key), legend));
};
const shape = (node: Node, make: (child: unknown, key: string) => unknown): unknown =>
  Array.isArray(node)
    ? node.map((child, index) => make(child, String(index)))
    : Object.fromEntries(Object.entries(node).map(([key, child]) => [key, make(child, key)]));

/** Generated classes write `clusterIp` for `clusterIP`: a field is the same whatever its case, a key of a map only as it is. */
const propertyOf = (properties: unknown, key: string): unknown => {
  if (!isNode(properties) || key in properties) return childOf(properties, key);
  const same = Object.keys(properties).find((name) => name.toLowerCase() === key.toLowerCase());
  return same === undefined ? undefined : childOf(properties, same);
};

const patchedShadow = (shadow: unknown, { name, target, patches }: PlacedSystem, object: string, legend: Legend): unknown =>
  patches.reduce((tree: unknown, patch, index) => {
    if (patch.object !== object) return tree;
    const why = noted(legend, [`${target.name}.${name}.patches[${index}]`]);
    const value = everyLeaf(patch.value, why);
    return jsonPatch(tree, patch.at, value);
  }, shadow);
const everyLeaf = (value: unknown, why: number): unknown => {
  if (value === undefined) return undefined;
  return isLeaf(value) ? why : shape(value as Node, (child) => everyLeaf(child, why));
};

const fieldsOf = (value: unknown, shadow: unknown, path: string, legend: Legend): readonly ExplainedField[] => {
  if (isLeaf(value)) return [{ path, value, reasons: typeof shadow === 'number' ? (legend[shadow] ?? []) : [] }];
  return flatMap(Object.entries(value as Node), ([key, child]) =>
    fieldsOf(child, childOf(shadow, key), path + step(value as Node, key, path === ''), legend),
  );
};
/** Mounts of one volume share a name; where two items do, they go by their index. */
const step = (parent: Node, key: string, first: boolean): string => {
  if (!Array.isArray(parent)) return /^[A-Za-z0-9_-]+$/.test(key) ? `${first ? '' : '.'}${key}` : `[${key}]`;
  const name = childOf(parent[Number(key)], 'name');
  const distinct = typeof name === 'string' && parent.filter((item) => childOf(item, 'name') === name).length === 1;
  return `[${distinct ? name : key}]`;
};
