import type { Comparison } from '../compare/compare-trees';
import type { Pair, SeenChange } from '../compare/pair';
import type { Capacity } from '../consequences/capacity/capacity-changes';
import type { Consequence } from '../consequences/rule';
import type { KubeObject } from '../read/kube-object';
import type { TreeProblem } from '../read/read-tree';

/** Why a field is there, as `waybill explain` has it. */
export interface FieldReason {
  readonly text: string;
  /** The command or the page that says more. */
  readonly more: string;
}
export type ReasonOf = (object: KubeObject, path: string) => FieldReason | undefined;

/** One line of the table: a consequence, and every object it holds for. */
export interface Row extends Omit<Consequence, 'object' | 'command' | 'path'> {
  readonly where: readonly KubeObject[];
  /** The field at the first of them. */
  readonly path: string | undefined;
  /** What happens to the pods because of it, where that is no row of its own. */
  readonly pods: readonly string[];
}
/** One edit, and every object it was made in. */
export interface Edit {
  readonly change: SeenChange;
  readonly path: string;
  readonly where: readonly KubeObject[];
  readonly reason: FieldReason | undefined;
}
/** What one object's section shows: its own edits. Edits that others share stand in a section of their own. */
export interface Section {
  readonly pair: Pair;
  readonly state: 'changed' | 'new' | 'gone';
  readonly edits: readonly Edit[];
}
export interface Report {
  readonly base: string;
  readonly head: string;
  readonly versions: readonly string[];
  readonly rows: readonly Row[];
  readonly consequences: readonly Consequence[];
  readonly shared: readonly Edit[];
  readonly sections: readonly Section[];
  readonly capacities: readonly Capacity[];
  readonly commands: readonly string[];
  readonly problems: readonly (TreeProblem & { readonly side: 'base' | 'head' })[];
  readonly comparison: Comparison;
  readonly counts: Counts;
}
export interface Counts {
  readonly changed: number;
  readonly new: number;
  readonly gone: number;
  readonly unchanged: number;
  readonly moved: number;
  /** Checksums that follow from a change shown elsewhere. */
  readonly checksums: number;
  /** Labels that repeat the version of an image. */
  readonly versionLabels: number;
}
