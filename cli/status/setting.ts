import type { SynthesizedSystem } from '../../constructs/synthesize';
import type { Clause } from '../clauses/clause';
import type { Mask } from '../cluster/mask';

/** What causes are told from, beside the cluster itself. */
export interface Setting {
  readonly made: SynthesizedSystem;
  readonly register: readonly Clause[];
  /** Names of all targets. */
  readonly targets: readonly string[];
  /** `kubectl --context minikube` */
  readonly kubectl: string;
  /** `npx waybill preflight todo-chatbot --target minikube --context minikube` */
  readonly preflight: string;
  /** For what comes from the server: nothing it says is repeated before it went through this. */
  readonly mask: Mask;
}
