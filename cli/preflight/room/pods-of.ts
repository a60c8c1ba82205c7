import type { Manifest } from '../../../constructs/in-apply-order';
import { at, type Json, listOf, objectOf, textOf } from '../../diff/json';
import type { Node } from './node';
import { type Requests, requestsOf } from './requests';

/** A pod that is to find room. */
export interface WantedPod extends Requests {
  readonly name: string;
  /** Pods of one group never share a node. */
  readonly apart: string | undefined;
  readonly mayRunOn: (node: Node) => boolean;
}
const RUNNING: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/** Every pod that the manifests of a system make at once; of what its load scales, the fewest copies. */
export const podsIn = (manifests: readonly Manifest[]): readonly WantedPod[] => {
  const scalers = manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map((one) => one.spec as Json);
  const fewest = new Map(scalers.map((spec) => [textOf(at(spec, 'scaleTargetRef', 'name')), Number(at(spec, 'minReplicas') ?? 1)]));
  return manifests.flatMap((one) => podsOf(one, fewest.get(one.metadata.name) ?? 1));
};
const podsOf = ({ kind, metadata, ...rest }: Manifest, unsaid: number): readonly WantedPod[] => {
  const path = RUNNING[kind];
  if (path === undefined) return [];
  const spec = at(rest as Json, ...path);
  const replicas = Number(at(rest as Json, 'spec', 'replicas') ?? (kind === 'Deployment' ? unsaid : 1));
  const isAlone = listOf(at(spec, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')).some(
    (one) => at(one, 'topologyKey') === 'kubernetes.io/hostname',
  );
  const name = `${metadata.namespace}/${metadata.name}`;
  const pod: WantedPod = { name, ...requestsOf(spec), apart: isAlone ? name : undefined, mayRunOn: selects(spec) };
  return Array.from({ length: Math.max(0, replicas) }, () => pod);
};

const selects = (spec: Json): ((node: Node) => boolean) => {
  const labels = Object.entries(objectOf(at(spec, 'nodeSelector')));
  const terms = listOf(at(spec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'));
  const matches = (node: Node, one: Json): boolean =>
    textOf(at(one, 'operator')) !== 'In' || listOf(at(one, 'values')).includes(textOf(node.labels[textOf(at(one, 'key'))] as Json));
  return (node) =>
    labels.every(([key, value]) => node.labels[key] === value) &&
    (terms.length === 0 || terms.some((term) => listOf(at(term, 'matchExpressions')).every((one) => matches(node, one))));
};
