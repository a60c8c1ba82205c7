/** A step of a job, as it will stand in the file. */
export interface StepTree {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean | number>>;
  readonly env?: Readonly<Record<string, string | number>>;
  readonly run?: string;
}
export interface JobTree {
  readonly name: string;
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly steps: readonly StepTree[];
}
export interface WorkflowTree {
  readonly name: string;
  readonly on: object;
  readonly permissions: object;
  readonly concurrency: object;
  readonly env: object;
  readonly defaults: object;
  readonly jobs: Readonly<Record<string, JobTree>>;
}
