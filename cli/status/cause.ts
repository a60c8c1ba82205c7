/** Why a workload does not get on, in the words of its contract. */
export interface Cause {
  /** `Deployment/todo-backend`, and where it is one container, which. */
  readonly at: string;
  readonly what: string;
  /** What the contract says of it: the clauses. */
  readonly contract: readonly string[];
  readonly cure: string;
  /** Whose last lines say more. */
  readonly log?: LogOf;
  /** Until then it may be nothing: a container that is still starting. Milliseconds since 1970. */
  readonly notBefore?: number;
}
export interface LogOf {
  readonly pod: string;
  readonly container: string;
  /** Of the run before this one. */
  readonly previous: boolean;
}
