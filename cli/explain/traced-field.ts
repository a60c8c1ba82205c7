import type { Origin } from '../../contracts/said';
import type { Clause } from '../clauses/clause';

/** A reason of a field, traced to who gave it. */
export interface TracedReason {
  /** `system`: how its containers are wired. `rule`: ours. */
  readonly from: 'contract' | 'system' | 'target' | 'rule';
  /** A place in the data, `todo-chatbot.backend.user.uid`, or the rule's id. */
  readonly at: string;
  /** Of a contract: where a reviewer finds it, `001 §2`, and what it is called there. */
  readonly document?: string;
  readonly title?: string;
  /** Of a rule. */
  readonly sentence?: string;
  /** Where the value is not the document's own word. */
  readonly origin?: Origin;
}
/** One leaf of a manifest with everything that is known of why it is there. */
export interface TracedField {
  readonly path: string;
  readonly value: unknown;
  readonly reasons: readonly TracedReason[];
  /** Sentences of the document that it keeps. */
  readonly clauses: readonly Clause[];
}
