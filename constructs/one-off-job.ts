import type { CheckedSystem } from '../contracts/check-all';
import { containerAt } from '../contracts/place';
import type { PlacedContainer } from '../contracts/placed';
import { type PlainJob, roleOf } from '../contracts/plain';
import { wholeSeconds } from '../contracts/units';
import { checksum } from './checksum';
import { directKey, directly, isPooled } from './directly';
import { type Emission, emission } from './emission';
import { type Because, type Explained, plain, rule, say } from './explained';
import type { k8s } from './k8s';
import { type Labels, versionedLabels } from './labels';
import { metadataOf } from './metadata';
import { tagInName } from './names';
import { hostOf, portOf } from './reached-at';
import { toKubeArgs, toKubeBareContainer } from './to-kube-container';
import { toKubeDisk } from './to-kube-disk';
import { toKubeNodes } from './to-kube-nodes';
import { toKubePodFrame } from './to-kube-pod';
import { toKubeResources } from './to-kube-resources';
import { toKubeSecurityContext } from './to-kube-security-context';

/** Work that ends by itself: once for each release, or on a schedule. */
export const oneOffJob = (placed: CheckedSystem, job: PlainJob): readonly Emission[] => {
  const container = containerOf(placed, job.role);
  const at = `${placed.name}.jobs.${job.name}`;
  const token = say(false, rule('no-token-unless-needed'));
  const account =
    job.oneOff === undefined
      ? [
          emission(placed, 'ServiceAccount', rule('own-service-account'), {
            metadata: metadataOf(placed, container),
            automountServiceAccountToken: token,
          }),
        ]
      : [];
  const spec = toKubeJob(placed, job, container, at);
  if (job.when === 'each release') {
    // Its checksum is part of the name, so the name cannot be part of it.
    const name = `${jobName(container, job)}-${tagInName(container.image.tag)}-${checksum(JSON.parse(JSON.stringify(plain(spec))), 6)}`;
    const why = [`${at}.when`, ...container.image.at, rule('one-job-a-release')] as const;
    const metadata = { ...metadataOf(placed, container), labels: jobLabels(placed, container, job), name: say(name, ...why) };
    return [...account, emission(placed, 'Job', rule('one-job-a-release'), { metadata, spec })];
  }
  const scheduled = emission(placed, 'CronJob', `${at}.when`, {
    metadata: { ...metadataOf(placed, container, jobName(container, job)), labels: jobLabels(placed, container, job) },
    spec: {
      schedule: say(job.when, `${at}.when`),
      timeZone: say('Etc/UTC', rule('schedule-in-utc')),
      concurrencyPolicy: say('Forbid', rule('no-overlap')),
      jobTemplate: { spec },
    },
  });
  return [...account, scheduled];
};

export const jobName = ({ contract }: PlacedContainer, job: PlainJob): string =>
  job.oneOff === undefined ? contract.name : `${contract.name}-${job.name}`;
/** A job goes by a name of its own, or the Service of its image would count it among the copies. */
export const jobLabels = (placed: CheckedSystem, container: PlacedContainer, job: PlainJob): Labels => ({
  ...versionedLabels(placed, container),
  'app.kubernetes.io/name': say(jobName(container, job), `${container.at}.name`, rule('workload-name')),
});
const containerOf = (placed: CheckedSystem, role: string): PlacedContainer => {
  const found = containerAt(placed, role);
  if (found === undefined) throw new Error(`${placed.name} has no ${role}`);
  return found;
};

const toKubeJob = (pooled: CheckedSystem, job: PlainJob, container: PlacedContainer, at: string): Explained<k8s.JobSpec> => {
  const placed = directly(pooled);
  const keyOf = (name: string) => {
    const given = container.given[name]?.value;
    return given !== undefined && isPooled(pooled, given) ? directKey(name) : name;
  };
  const group = { main: container, beside: [] };
  const waits = job.after.map((port, index) => toKubeWait(placed, container, job, port, `${at}.after[${index}]`));
  return {
    backoffLimit: say(6, rule('job-gives-up')),
    ...(job.endsWithin === undefined ? {} : { activeDeadlineSeconds: say(wholeSeconds(job.endsWithin), `${at}.endsWithin`) }),
    template: {
      metadata: { labels: jobLabels(placed, container, job) },
      spec: {
        ...toKubePodFrame(placed, group),
        ...toKubeNodes(placed, group),
        restartPolicy: say('Never', rule('failed-pods-stay')),
        ...(waits.length === 0 ? {} : { initContainers: waits }),
        containers: [
          {
            ...toKubeBareContainer(placed, group, container, keyOf),
            ...argsOf(placed, container, job),
            imagePullPolicy: pullOf(placed, job),
            resources: toKubeResources(resourcesOf(container, job), toKubeDisk(placed, group, container)),
          },
        ],
      },
    },
  };
};
/** On a machine that images are loaded into there is no registry to ask; a schedule must not wait for one. */
export const pullOf = ({ target }: CheckedSystem, { when }: PlainJob): Because<string> =>
  target.images.from === 'registry' && when === 'each release'
    ? say('Always', `${target.name}.images.from`, rule('releases-ask-the-registry'))
    : say('IfNotPresent', rule('pull-if-absent'));
const argsOf = (placed: CheckedSystem, container: PlacedContainer, job: PlainJob): { readonly args?: readonly Because<string>[] } => {
  const words = container.contract.oneOffs?.[job.oneOff ?? '']?.run;
  const args =
    words === undefined ? toKubeArgs(placed, container) : words.map((word) => say(word, `${container.at}.oneOffs.${job.oneOff}.run`));
  return args.length === 0 ? {} : { args };
};
const resourcesOf = (container: PlacedContainer, job: PlainJob): PlacedContainer['resources'] => {
  const own = container.contract.oneOffs?.[job.oneOff ?? '']?.resources;
  return own === undefined ? container.resources : { value: own, at: `${container.at}.oneOffs.${job.oneOff}.resources` };
};

/** Waits with the other image's own client until its port answers. */
const toKubeWait = (
  placed: CheckedSystem,
  container: PlacedContainer,
  job: PlainJob,
  port: PlainJob['after'][number],
  at: string,
): Explained<k8s.Container> => {
  const other = containerOf(placed, roleOf(placed.system, port) ?? '');
  if (other.served?.value.engine === 'patroni') {
    const { toLoginWait } = require('./patroni/to-login-wait') as typeof import('./patroni/to-login-wait');
    return {
      ...toLoginWait(placed, other, at),
      imagePullPolicy: pullOf(placed, job),
      resources: toKubeResources(resourcesOf(container, job), toKubeDisk(placed, { main: container, beside: [] })),
      securityContext: toKubeSecurityContext(container, container.contract.user),
    };
  }
  const [host, number] = [hostOf(placed, other), portOf(placed, other, port.port)];
  const why = [at, `${other.at}.health.fromElsewhere`, rule('waits-for-port')] as const;
  const script = `until ${other.contract.health.fromElsewhere}; do echo "waiting for $HOST:$PORT"; sleep 2; done`;
  return {
    name: say(`wait-for-${other.role}`, ...why),
    image: say(other.image.reference, ...(other.image.at as [string, ...string[]]), rule('waits-for-port')),
    imagePullPolicy: pullOf(placed, job),
    command: ['sh', '-c', script].map((word) => say(word, ...why)),
    env: [
      { name: say('HOST', ...why), value: say(host.value, at, ...host.at) },
      { name: say('PORT', ...why), value: say(String(number.value), at, ...number.at) },
    ],
    resources: toKubeResources(resourcesOf(container, job), toKubeDisk(placed, { main: container, beside: [] })),
    securityContext: toKubeSecurityContext(container, container.contract.user),
  };
};
