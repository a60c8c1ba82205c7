import { at, type Json, listOf } from '../diff/json';
import type { Workload } from './workload';

export interface Progress {
  readonly name: string;
  readonly state: 'done' | 'waiting' | 'failed' | 'not applied';
  /** `1 of 2 ready` */
  readonly text: string;
}

/** How far a workload is: as `kubectl rollout status` and `kubectl wait` would judge it. */
export const progressOf = ({ name, manifest: { kind }, live }: Workload): Progress => {
  if (live === undefined) return { name, state: 'not applied', text: 'not applied' };
  if (kind === 'CronJob') return { name, state: 'done', text: 'waits for its time' };
  if (kind === 'Job') return jobProgress(name, live);
  const wanted = number(at(live, 'spec', 'replicas'), 1);
  const [updated, ready] = [number(at(live, 'status', 'updatedReplicas')), number(at(live, 'status', 'readyReplicas'))];
  const isSeen = number(at(live, 'status', 'observedGeneration')) >= number(at(live, 'metadata', 'generation'));
  const isWhole = kind === 'Deployment' ? deploymentIsWhole(live, wanted) : setIsWhole(live, wanted);
  const text = isSeen
    ? `${Math.min(updated, ready)} of ${wanted} ready${updated < wanted ? `, ${updated} of the new version` : ''}`
    : 'not seen by its controller yet';
  return isSeen && isWhole ? { name, state: 'done', text: `${wanted} of ${wanted} ready` } : { name, state: 'waiting', text };
};

const number = (value: Json, otherwise = 0): number => (typeof value === 'number' ? value : otherwise);
const deploymentIsWhole = (live: Json, wanted: number): boolean => {
  const of = (count: string) => number(at(live, 'status', count));
  return of('updatedReplicas') >= wanted && of('availableReplicas') >= wanted && of('replicas') <= of('updatedReplicas');
};
const setIsWhole = (live: Json, wanted: number): boolean => {
  const of = (count: string) => number(at(live, 'status', count));
  const isOneVersion = at(live, 'status', 'updateRevision') === at(live, 'status', 'currentRevision') || of('updatedReplicas') >= wanted;
  return of('readyReplicas') >= wanted && isOneVersion;
};
const jobProgress = (name: string, live: Json): Progress => {
  const holds = (type: string) =>
    listOf(at(live, 'status', 'conditions')).some((one) => at(one, 'type') === type && at(one, 'status') === 'True');
  if (holds('Complete')) return { name, state: 'done', text: 'complete' };
  if (holds('Failed')) return { name, state: 'failed', text: 'failed for good' };
  const failed = number(at(live, 'status', 'failed'));
  return { name, state: 'waiting', text: failed === 0 ? 'running' : `running, ${failed} ${failed === 1 ? 'attempt' : 'attempts'} failed` };
};
