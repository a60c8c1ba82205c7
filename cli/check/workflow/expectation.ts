/** What a clause expects of a workflow beyond the contract's own data, in the words of workflows. */
export interface WorkflowExpectation {
  readonly clause: string;
  /** The container whose job is meant; absent: the job of every container. */
  readonly role?: string;
  /** A job of that name builds it. */
  readonly job?: string;
  /** `docker/login-action@v4`: the job has a step of the action, of that major version or a later one. */
  readonly step?: string;
  /** It comes before a step of this one. */
  readonly before?: string;
  /** What it is given: an input, or `id`. */
  readonly input?: string;
  readonly is?: string;
  /** One of the parts between the commas. */
  readonly has?: string;
  /** A variable in `env` of the workflow, a job or a step. */
  readonly env?: string;
}
