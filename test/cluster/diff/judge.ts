import { askServer, make } from './ask-server';
import type { Manifest, ObjectChange } from './object-change';
import { predict } from './predict';
import type { Outcome } from './score';

export interface Judgement {
  readonly change: ObjectChange;
  readonly refused: Outcome;
  readonly restarts: Outcome | undefined;
  /** Ids of the rules that predicted a refusal. */
  readonly rules: readonly string[];
}
const CLUSTER_WIDE = [
  'Namespace',
  'StorageClass',
  'PriorityClass',
  'IngressClass',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
];
const ROLL = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Applies the old object under a name of its own, asks the server about the new one, and holds both against the prediction. */
export const judge = (change: ObjectChange, number: number, namespace: string, version: string): Judgement => {
  const [before, after] = [change.before, change.after].map((manifest) => named(manifest, number, namespace));
  const live = make(before);
  const { refused, result, said } = askServer(after);
  const predicted = predict(before, after, version);
  const rules = predicted.filter((one) => one.class === 'refused').map(({ rule }) => rule);
  const restarts = predicted.some((one) => one.class === 'restarts');
  const rolls = !refused && templateText(result) !== templateText(live);
  return {
    change,
    rules,
    refused: { title: change.title, predicted: rules.length > 0, happened: refused, said: `${said} [${rules.join()}]` },
    restarts: refused || !ROLL.includes(before.kind) ? undefined : { title: change.title, predicted: restarts, happened: rolls, said },
  };
};
const named = (manifest: Manifest, number: number, namespace: string): Manifest => ({
  ...manifest,
  metadata: {
    ...manifest.metadata,
    name: `${manifest.metadata.name}-${number}`,
    ...(CLUSTER_WIDE.includes(manifest.kind) ? {} : { namespace }),
  },
});

/** The template as the server keeps it, its keys in order. */
const templateText = (object: Manifest): string => JSON.stringify(inOrder(object?.spec?.template));
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, inOrder(child)]),
  );
};
