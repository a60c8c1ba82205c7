import type { PlacedContainer, PlacedSystem } from '../contracts/place';
import { type Because, rule, say } from './explained';
import { type Labels, versionedLabels, workloadLabels } from './labels';

export interface Metadata {
  readonly name: Because<string>;
  readonly namespace: Because<string>;
  readonly labels: Labels;
}
/** Metadata of an object that serves one workload; `name` is the workload's unless it says otherwise. */
export const metadataOf = (placed: PlacedSystem, main: PlacedContainer, name: string = main.contract.name): Metadata => ({
  name: say(name, `${main.at}.name`, rule('workload-name')),
  namespace: say(placed.name, `${placed.name}.name`, rule('namespace-per-system')),
  labels: workloadLabels(placed, main),
});
/** Metadata of what runs: it also names the version. */
export const runningMetadata = (placed: PlacedSystem, main: PlacedContainer, name?: string): Metadata => ({
  ...metadataOf(placed, main, name),
  labels: versionedLabels(placed, main),
});
