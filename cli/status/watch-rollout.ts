import { CouldNotLook } from '../cluster/could-not-look';
import type { KubeServer } from '../cluster/kube-server';
import type { Cause } from './cause';
import { causesOf } from './causes';
import { type Progress, progressOf } from './progress';
import type { Setting } from './setting';
import { readSnapshot } from './snapshot';
import { workloadsOf } from './workload';

export interface Patience {
  /** Milliseconds for the whole rollout. */
  readonly timeout: number;
  /** Milliseconds that a cause may stand while nothing gets on. */
  readonly stall: number;
  /** Milliseconds between two looks. */
  readonly every: number;
}
export interface Seen {
  readonly progress: readonly Progress[];
  readonly causes: readonly Cause[];
  /** Milliseconds since the first look. */
  readonly after: number;
}
export interface Ended extends Seen {
  readonly end: 'done' | 'stalled' | 'timeout' | 'not applied';
}
/** How many looks in a row may fail: an API server that is replaced is away for seconds. */
const FAILED_LOOKS = 5;

/** Looks until everything is rolled out, or nothing gets on and it is known why. @throws CouldNotLook */
export const watchRollout = async (
  server: KubeServer,
  setting: () => Promise<Setting>,
  patience: Patience,
  tell: (seen: Seen) => void,
): Promise<Ended> => {
  const start = Date.now();
  let stands = { what: '', since: start };
  let failed = 0;
  for (;;) {
    const now = Date.now();
    const after = now - start;
    try {
      const here = await setting();
      const { made } = here;
      const snapshot = await readSnapshot(server, made.chart.placed.name);
      failed = 0;
      const workloads = workloadsOf(made.manifests, snapshot);
      const progress = workloads.map(progressOf);
      const open = workloads.filter((_, index) => progress[index]?.state === 'waiting' || progress[index]?.state === 'failed');
      const causes = open.flatMap((workload) => causesOf(workload, snapshot, here));
      const seen = { progress, causes, after };
      tell(seen);
      if (progress.every(({ state }) => state === 'done')) return { ...seen, end: 'done' };
      if (progress.some(({ state }) => state === 'not applied')) return { ...seen, end: 'not applied' };
      const what = JSON.stringify(progress);
      if (what !== stands.what || causes.length === 0) stands = { what, since: now };
      const isGrave =
        progress.some(({ state }) => state === 'failed') || causes.some(({ notBefore = 0 }) => now - notBefore >= patience.stall);
      if (isGrave && now - stands.since >= patience.stall) return { ...seen, end: 'stalled' };
      if (after >= patience.timeout) return { ...seen, end: 'timeout' };
    } catch (error) {
      if (!(error instanceof CouldNotLook) || after === 0 || ++failed >= FAILED_LOOKS || stands.what === '') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, patience.every));
  }
};
