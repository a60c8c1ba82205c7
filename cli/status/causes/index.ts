import type { Cause } from '../cause';
import type { Setting } from '../setting';
import type { Snapshot } from '../snapshot';
import type { Workload } from '../workload';
import { configurationMissing } from './configuration-missing';
import { endedContainers } from './ended-containers';
import { failingProbes } from './failing-probes';
import { imagesNotFound } from './images-not-found';
import { refusedPods } from './refused-pods';
import { stillWaiting } from './still-waiting';
import { unscheduledPods } from './unscheduled-pods';

type Look = (workload: Workload, snapshot: Snapshot, setting: Setting) => readonly Cause[];
const LOOKS: readonly Look[] = [
  refusedPods,
  unscheduledPods,
  imagesNotFound,
  configurationMissing,
  failingProbes,
  endedContainers,
  stillWaiting,
];

/** Why a workload does not get on; copies that fail alike are one cause. */
export const causesOf: Look = (workload, snapshot, setting) => {
  const all = LOOKS.flatMap((look) => look(workload, snapshot, setting));
  return all.filter((cause, index) => all.findIndex((one) => one.at === cause.at && one.what === cause.what) === index);
};
