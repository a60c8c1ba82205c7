/** Something that starts the workflow, for which it is read. */
export interface Event {
  readonly name: 'push' | 'release' | 'workflow_dispatch' | 'schedule';
  /** `refs/tags/v1.0.0` */
  readonly ref: string;
}
export const tagOf = ({ ref }: Event): string | undefined => (ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined);
export const branchOf = ({ ref }: Event): string | undefined =>
  ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
export const refName = ({ ref }: Event): string => ref.replace(/^refs\/(?:tags|heads)\//, '');
