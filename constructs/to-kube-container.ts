import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { onceFor } from '../contracts/reading/once-for';
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

/** A container that runs until it is stopped. */
export const toKubeContainer = (placed: PlacedSystem, group: PodGroup, container: PlacedContainer): Container => {
  const { at, contract } = container;
  const args = toKubeArgs(placed, container);
  const { startupProbe, livenessProbe, readinessProbe } = toKubeProbes(container);
  const drain = contract.process.drain?.map((word) => say(word, `${at}.process.drain`, rule('drain-before-stop')));
  return {
    ...toKubeBareContainer(placed, group, container),
    args: args.length === 0 ? undefined : args,
    lifecycle: drain === undefined ? undefined : { preStop: { exec: { command: drain } } },
    livenessProbe,
    ports: toKubePorts(container),
    readinessProbe,
    startupProbe,
  };
};

/** What a long-running container and a one-off command of the same image have in common. */
export const toKubeBareContainer = (placed: PlacedSystem, group: PodGroup, container: PlacedContainer, keyOf?: KeyOf): Container => {
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
const departures = onceFor(
  (origins: PlacedSystem['origins']) => new Set(origins.flatMap(({ said, at }) => (said === 'departure' ? [at] : []))),
);
/** The image's CMD holds, unless the contract departs from it or a file that is given needs an argument. */
export const toKubeArgs = (placed: PlacedSystem, container: PlacedContainer): readonly Because<string>[] => {
  const place = `${container.at}.process.command`;
  const departs = departures(placed.origins).has(place);
  const extra = givenFiles(placed, container).flatMap(({ file, at }) => (file.arguments ?? []).map((word) => say(word, `${at}.arguments`)));
  if (!departs && extra.length === 0) return [];
  return [...(container.contract.process.command ?? []).map((word) => say(word, place, rule('command-written-out'))), ...extra];
};
