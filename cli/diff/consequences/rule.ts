import type { Comparison } from '../compare/compare-trees';
import type { KubeObject } from '../read/kube-object';

/** The classes, the one to read first at the top. */
export const CLASSES = [
  'refused',
  'data',
  'security',
  'downtime',
  'exposure',
  'image',
  'restarts',
  'capacity',
  'configuration',
  'left-behind',
] as const;
export type ConsequenceClass = (typeof CLASSES)[number];

/** What a rule found at one object. */
export interface Found {
  readonly object: KubeObject;
  /** What happens, in a sentence without the object's name. */
  readonly sentence: string;
  readonly cure: string;
  /** The field, as `waybill explain` writes it. */
  readonly path?: string;
  /** Kubernetes versions it holds for, where it does not hold for all that were asked about. */
  readonly versions?: readonly string[];
  /** A line for a terminal that puts it right. */
  readonly command?: string;
}
export interface Consequence extends Found {
  readonly rule: string;
  readonly class: ConsequenceClass;
}
/** A rule reads the comparison and says what follows from it. */
export interface Rule {
  readonly id: string;
  readonly class: ConsequenceClass;
  /** What it looks for, for the list of rules. */
  readonly says: string;
  readonly find: (comparison: Comparison, versions: readonly string[]) => readonly Found[];
}
