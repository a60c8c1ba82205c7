import { at, isList, isObject, type Json, type JsonObject } from '../json';
import type { Change, ItemStep, Step } from './change';
import type { SeenChange } from './pair';

const CHECKSUM = /checksum|(?:^|[/.-])(?:config-?|content-?|spec-?)?hash$|last-modified|restartedAt$|generated-at/i;
const VERSION_LABELS = ['app.kubernetes.io/version', 'helm.sh/chart', 'chart'];

/** Sorts a change: something to read, something that follows from elsewhere, or a default that followed another field. */
export const seen = (change: Change, before: JsonObject, after: JsonObject): SeenChange => ({
  ...change,
  noise: noiseOf(change),
  implied: change.op !== 'order' && written(before, change.path) === undefined && written(after, change.path) === undefined,
});

const noiseOf = ({ op, path, before, after }: Change): SeenChange['noise'] => {
  const [map, key] = path.slice(-2);
  if (op !== 'replace' || typeof key !== 'string' || typeof before !== 'string' || typeof after !== 'string') return undefined;
  if (map === 'annotations' && CHECKSUM.test(key)) return 'checksum';
  return map === 'labels' && VERSION_LABELS.includes(key) ? 'version' : undefined;
};

/** What an author wrote at a path; stringData is data said otherwise. */
const written = (value: Json, path: readonly Step[]): Json => {
  const [step, ...rest] = path;
  if (step === undefined) return value === null ? undefined : value;
  if (typeof step === 'object') return isList(value) ? written(itemOf(value, step), rest) : undefined;
  const child =
    at(value, step) ??
    (step === 'data' ? at(value, 'stringData') : step === 'serviceAccountName' ? at(value, 'serviceAccount') : undefined);
  return written(child, rest);
};
const itemOf = (list: readonly Json[], { key, index }: ItemStep): Json => {
  if (key === undefined) return list[index ?? -1];
  const wanted = Object.entries(key);
  return list.find((item) => isObject(item) && wanted.every(([name, value]) => (at(item, ...name.split('.')) ?? value) === value));
};
