import { kubectlJson } from './kubectl';

export interface Pod {
  readonly name: string;
  readonly uid: string;
  readonly ip: string;
  readonly ready: boolean;
  readonly restarts: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly node: string;
  readonly going: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: what a cluster answers
const toPod = ({ metadata, spec, status }: any): Pod => ({
  name: metadata.name,
  uid: metadata.uid,
  ip: status.podIP ?? '',
  // biome-ignore lint/suspicious/noExplicitAny: what a cluster answers
  ready: (status.conditions ?? []).some((one: any) => one.type === 'Ready' && one.status === 'True'),
  restarts: (status.containerStatuses ?? []).reduce((sum: number, one: { restartCount: number }) => sum + one.restartCount, 0),
  labels: metadata.labels ?? {},
  node: spec.nodeName ?? '',
  going: metadata.deletionTimestamp !== undefined,
});

/** The pods that run until they are stopped; `selector` as kubectl wants it. Pods of jobs are not among them. */
export const podsOf = (namespace: string, selector = ''): Pod[] =>
  kubectlJson('-n', namespace, 'get', 'pods', '-l', ['!job-name', selector].filter(Boolean).join(','))
    .items.map(toPod)
    .filter(({ going }: Pod) => !going);

/** The one pod that matches. @throws when there are none or more. */
export const podOf = (namespace: string, selector: string): Pod => {
  const pods = podsOf(namespace, selector);
  const [pod] = pods;
  if (pod === undefined || pods.length > 1) throw new Error(`${namespace}: ${pods.length} pods match ${selector}`);
  return pod;
};
