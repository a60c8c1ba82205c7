import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import { wholeSeconds } from '../contracts/units';
import { checksum } from './checksum';
import { configData } from './config-data';
import { type Because, type Explained, plain, rule, say } from './explained';
import type { k8s } from './k8s';
import { type Labels, versionedLabels } from './labels';
import { containersOf, type PodGroup } from './pod-groups';
import { toKubeContainer } from './to-kube-container';
import { toKubePodSecurityContext } from './to-kube-security-context';
import { toKubeSpread } from './to-kube-spread';
import { toKubeVolumes } from './to-kube-volumes';

type PodTemplate = Explained<k8s.PodTemplateSpec>;

/** The pod of containers that run until they are stopped. */
export const toKubePod = (placed: PlacedSystem, group: PodGroup): PodTemplate => {
  const frame = toKubePodFrame(placed, group);
  const spread = toKubeSpread(placed, group);
  return {
    metadata: {
      annotations: configChecksum(placed, containersOf(group)),
      labels: podLabels(placed, group),
    },
    spec: {
      affinity: spread.affinity,
      automountServiceAccountToken: frame.automountServiceAccountToken,
      containers: containersOf(group).map((container) => toKubeContainer(placed, group, container)),
      enableServiceLinks: frame.enableServiceLinks,
      imagePullSecrets: frame.imagePullSecrets,
      nodeSelector: spread.nodeSelector,
      securityContext: frame.securityContext,
      serviceAccountName: frame.serviceAccountName,
      terminationGracePeriodSeconds: gracePeriod(group),
      topologySpreadConstraints: spread.topologySpreadConstraints,
      volumes: frame.volumes,
    },
  };
};

/** What every pod has in common, jobs included. */
export const toKubePodFrame = (placed: PlacedSystem, group: PodGroup) => {
  const { main } = group;
  const { images } = placed.target;
  const volumes = toKubeVolumes(placed, group);
  return {
    serviceAccountName: say(main.contract.name, `${main.at}.name`, rule('own-service-account')),
    automountServiceAccountToken: token(group),
    enableServiceLinks: say(false, rule('service-links-off')),
    securityContext: toKubePodSecurityContext(main),
    imagePullSecrets:
      images.from === 'registry' &&
      images.pullSecret !== undefined &&
      containersOf(group).some(({ contract }) => contract.image.kind === 'built')
        ? [{ name: say(images.pullSecret, `${placed.target.name}.images.pullSecret`) }]
        : undefined,
    volumes: volumes.length === 0 ? undefined : volumes,
  };
};

const token = (group: PodGroup): Because<boolean> => {
  const elector = containersOf(group).find(({ contract }) => contract.needs?.election !== undefined);
  return elector === undefined
    ? say(false, rule('no-token-unless-needed'))
    : say(true, `${elector.at}.needs.election`, rule('token-for-election'));
};
/** The longest of its containers. */
const gracePeriod = (group: PodGroup): Because<number> => {
  const ends = containersOf(group).map(({ at, contract }) => ({
    seconds: wholeSeconds(contract.process.stopsWithin),
    at: `${at}.process.stopsWithin`,
  }));
  const longest = ends.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  return say(longest.seconds, longest.at, rule('grace-period'));
};
const podLabels = (placed: PlacedSystem, group: PodGroup): Labels => {
  const labels = versionedLabels(placed, group.main);
  const marks = flatMap(containersOf(group), ({ at, contract }) =>
    Object.entries(contract.needs?.election?.marks ?? {}).map(([mark, value]) => [mark, say(value, `${at}.needs.election.marks.${mark}`)]),
  );
  return marks.length === 0 ? labels : { ...labels, ...Object.fromEntries(marks) };
};
const configChecksum = (placed: PlacedSystem, containers: readonly PlacedContainer[]) => {
  const data = containers.map((container) => configData(placed, container)).filter((keys) => Object.keys(keys).length > 0);
  return data.length === 0 ? undefined : { 'checksum/config': say(checksum(plain(data), 16), rule('config-change-rolls-pods')) };
};
