export type JudgeName = 'kubeconform' | 'pod-security' | 'kube-score' | 'checkov';

/** One file that is judged. */
export interface Judged {
  /** Of the folder that it was made for: `production`. */
  readonly target: string;
  readonly system: string;
  readonly path: string;
}

/** What a judge says against one object. */
export interface Remark {
  readonly judge: JudgeName;
  readonly target: string;
  readonly system: string;
  /** `Deployment/todo-backend`; of a job without its release. */
  readonly object: string;
  /** The judge's own id. */
  readonly rule: string;
  readonly says: string;
}
