import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import { onceForLatest } from '../contracts/reading/once-for-latest';
import { givenFiles } from './config-data';
import { type Because, type Explained, rule, say } from './explained';
import type { k8s } from './k8s';
import type { PodGroup } from './pod-groups';
import { toKubeDisk } from './to-kube-disk';
import { type KeyOf, toKubeEnv } from './to-kube-env';
import { toKubeProbes } from './to-kube-probes';
import { toKubeResources } from './to-kube-resources';
import { toKubeSecurityContext } from './to-kube-security-context';
import { toKubeMounts } from './to-kube-volumes';

type Container = Explained<k8s.Container>;
type BareContainer = Pick<
  Exclude<Container, Because<unknown>>,
  'env' | 'image' | 'imagePullPolicy' | 'name' | 'resources' | 'securityContext' | 'volumeMounts'
>;

/** A container that runs until it is stopped. */
export const toKubeContainer = (placed: PlacedSystem, group: PodGroup, container: PlacedContainer): Container => {
  const { at, contract } = container;
  const bare = toKubeBareContainer(placed, group, container);
  const args = toKubeArgs(placed, container);
  const { startupProbe, livenessProbe, readinessProbe } = toKubeProbes(container);
  const drain = contract.process.drain?.map((word) => say(word, `${at}.process.drain`, rule('drain-before-stop')));
  return {
    args: args.length === 0 ? undefined : args,
    env: bare.env,
    image: bare.image,
    imagePullPolicy: bare.imagePullPolicy,
    lifecycle: drain === undefined ? undefined : { preStop: { exec: { command: drain } } },
    livenessProbe,
    name: bare.name,
    ports: toKubePorts(container),
    readinessProbe,
    resources: bare.resources,
    securityContext: bare.securityContext,
    startupProbe,
    volumeMounts: bare.volumeMounts,
  };
};

/** What a long-running container and a one-off command of the same image have in common. */
export const toKubeBareContainer = (placed: PlacedSystem, group: PodGroup, container: PlacedContainer, keyOf?: KeyOf): BareContainer => {
  const env = toKubeEnv(placed, container, keyOf);
  const volumeMounts = toKubeMounts(placed, group, container);
  return {
    env: env.length === 0 ? undefined : env,
    image: say(container.image.reference, ...(container.image.at as [string, ...string[]])),
    imagePullPolicy: say('IfNotPresent', rule('pull-if-absent')),
    name: say(container.role, container.at),
    resources: toKubeResources(container.resources, toKubeDisk(placed, group, container)),
    securityContext: toKubeSecurityContext(container, group.main.contract.user),
    volumeMounts: volumeMounts.length === 0 ? undefined : volumeMounts,
  };
};

const toKubePorts = ({ at, contract }: PlacedContainer): readonly Explained<k8s.ContainerPort>[] | undefined => {
  const ports = Object.entries(contract.ports ?? {}).map(([name, { number, protocol }]) => ({
    containerPort: say(number, `${at}.ports.${name}.number`),
    name: say(name, `${at}.ports.${name}`),
    protocol: say(protocol, `${at}.ports.${name}.protocol`),
  }));
  return ports.length === 0 ? undefined : ports;
};

/** Where the author departs from a document. */
const departures = onceForLatest(
  (origins: PlacedSystem['origins']) => new Set(flatMap(origins, ({ said, at }) => (said === 'departure' ? [at] : []))),
);
/** The image's CMD holds, unless the contract departs from it or a file that is given needs an argument. */
export const toKubeArgs = (placed: PlacedSystem, container: PlacedContainer): readonly Because<string>[] => {
  const place = `${container.at}.process.command`;
  const departs = departures(placed.origins).has(place);
  const extra = flatMap(givenFiles(placed, container), ({ file, at }) =>
    (file.arguments ?? []).map((word) => say(word, `${at}.arguments`)),
  );
  if (!departs && extra.length === 0) return [];
  return [...(container.contract.process.command ?? []).map((word) => say(word, place, rule('command-written-out'))), ...extra];
};
