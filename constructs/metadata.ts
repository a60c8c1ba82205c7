import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { type Because, rule, say } from './explained';
import { type Labels, versionedLabels, workloadLabels } from './labels';

export interface Metadata {
  readonly name: Because<string>;
  readonly namespace: Because<string>;
  readonly labels: Labels;
}
/** Metadata of an object that serves one workload; `name` is the workload's unless it says otherwise. */
export const metadataOf = (placed: PlacedSystem, main: PlacedContainer, name?: string): Metadata =>
  metadataWith(placed, main, workloadLabels(placed, main), name);
const metadataWith = (placed: PlacedSystem, main: PlacedContainer, labels: Labels, name: string = main.contract.name): Metadata => ({
  name: say(name, `${main.at}.name`, rule('workload-name')),
  namespace: say(placed.name, `${placed.name}.name`, rule('namespace-per-system')),
  labels,
});
/** What tells tools that delete by themselves to leave an object that data would go with. */
export const dataAnnotations = ({ target }: PlacedSystem): { readonly annotations?: Readonly<Record<string, Because<string>>> } => {
  const { dataAnnotations: own } = target;
  if (own === undefined || Object.keys(own).length === 0) return {};
  return {
    annotations: Object.fromEntries(Object.entries(own).map(([key, value]) => [key, say(value, `${target.name}.dataAnnotations`)])),
  };
};
/** Metadata of what runs: it also names the version. */
export const runningMetadata = (placed: PlacedSystem, main: PlacedContainer, name?: string): Metadata =>
  metadataWith(placed, main, versionedLabels(placed, main), name);
