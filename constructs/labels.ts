import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { onceForLatest } from '../contracts/reading/once-for-latest';
import { type Because, rule, say } from './explained';
import { onceInSystem } from './once-in-system';
import { shared } from './shared-table';

export type Labels = Readonly<Record<string, Because<string>>>;

/** The same table for each object of a workload, and so the same text. */
const onceForEach = (make: (placed: PlacedSystem, main: PlacedContainer) => readonly Labels[]) =>
  onceInSystem((placed, main: PlacedContainer) => shared(...make(placed, main)));

/** All pods of a role, one-off jobs of its image included: what a policy means. */
export const roleLabels = onceForEach((placed, main) => [
  {
    'app.kubernetes.io/component': say(main.role, main.at, rule('selectors-never-change')),
    'app.kubernetes.io/instance': say(placed.name, `${placed.name}.name`, rule('selectors-never-change')),
  },
]);
/** What selectors use, and nothing else does change them. */
export const selectorLabels = onceForEach((placed, main) => [
  roleLabels(placed, main),
  { 'app.kubernetes.io/name': say(main.contract.name, `${main.at}.name`, rule('selectors-never-change')) },
]);
export const systemLabels = onceForLatest(
  (placed: PlacedSystem): Labels =>
    shared({
      'app.kubernetes.io/instance': say(placed.name, `${placed.name}.name`, rule('recommended-labels')),
      'app.kubernetes.io/managed-by': say('waybill', rule('recommended-labels')),
      'app.kubernetes.io/part-of': say(placed.name, `${placed.name}.name`, rule('recommended-labels')),
    }),
);
/** Of everything that serves one workload; no version, or a new tag would change each of them. */
export const workloadLabels = onceForEach((placed, main) => [systemLabels(placed), selectorLabels(placed, main)]);
/** Of what runs: workloads and their pods. */
export const versionedLabels = onceForEach((placed, main) => [
  workloadLabels(placed, main),
  { 'app.kubernetes.io/version': say(labelValue(main.image.tag), ...atLeastOne(main.image.at), rule('recommended-labels')) },
]);
const atLeastOne = (places: readonly string[]): [string, ...string[]] => places as [string, ...string[]];
/** At most 63 characters that begin and end with a letter or digit. */
const labelValue = (tag: string): string => tag.slice(0, 63).replace(/[^A-Za-z0-9]+$/, '');
