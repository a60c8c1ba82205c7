import type { KubeObject } from '../read/kube-object';
import type { Applied } from '../server/after-apply';
import type { Change } from './change';

/** A change as a reader wants it. */
export interface SeenChange extends Change {
  /** Follows from elsewhere: counted, and not shown. */
  readonly noise: 'checksum' | 'version' | undefined;
  /** Neither side wrote it; a default followed another field. */
  readonly implied: boolean;
}
/** One object that differs, is new, or is gone. */
export interface Pair {
  readonly before: KubeObject | undefined;
  readonly after: KubeObject | undefined;
  /** The one that is there, the new one rather than the old one. */
  readonly object: KubeObject;
  readonly changes: readonly SeenChange[];
  /** What the server keeps before and after; only where the object is on both sides. */
  readonly applied: Applied | undefined;
  /** The object whose place this new one takes: a Job or a ConfigMap that a new version gave a new name. */
  readonly takesOver: KubeObject | undefined;
  /** The new object that takes the place of this one. */
  readonly takenOver: KubeObject | undefined;
}
