import { at, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { type Container, containersOf, podPathOf, podSpecOf } from '../sides';

export interface Weakness {
  readonly path: string;
  readonly sentence: string;
  /** Worth a word even in a workload that is new. */
  readonly serious: boolean;
}
const of = (path: string, sentence: string, serious = false): Weakness => ({ path, sentence, serious });

/** What makes a pod easier to break out of. */
export const weaknesses = (json: JsonObject): readonly Weakness[] => {
  const spec = podSpecOf(json);
  const here = podPathOf(json);
  const hosts = ['hostNetwork', 'hostPID', 'hostIPC'].filter((name) => spec[name] === true);
  const folders = listOf(spec.volumes)
    .filter(isObject)
    .filter(({ hostPath }) => isObject(hostPath));
  return [
    ...hosts.map((name) => of(`${here}.${name}`, `the pod shares the node's namespace: ${name}`, true)),
    ...folders.map(({ name, hostPath }) =>
      of(`${here}.volumes[${textOf(name)}]`, `the pod mounts ${textOf(at(hostPath, 'path'))} of the node`, true),
    ),
    ...(spec.automountServiceAccountToken === false || !('containers' in spec)
      ? []
      : [
          of(
            `${here}.automountServiceAccountToken`,
            'a token for the cluster API is mounted into the pod unless its ServiceAccount says no',
          ),
        ]),
    ...containersOf(json).flatMap((container) => inContainer(container, objectOf(spec.securityContext))),
  ];
};

const inContainer = ({ name, path, json }: Container, pod: JsonObject): readonly Weakness[] => {
  const own = objectOf(json.securityContext);
  const here = `${path}.securityContext`;
  const nonRoot = own.runAsNonRoot ?? pod.runAsNonRoot;
  const user = own.runAsUser ?? pod.runAsUser;
  const profile = textOf(at(own.seccompProfile ?? pod.seccompProfile, 'type'));
  const dropped = listOf(at(own, 'capabilities', 'drop')).map(textOf);
  const hostPorts = listOf(json.ports).filter((port) => Number(at(port, 'hostPort') ?? 0) > 0);
  return [
    ...(own.privileged === true ? [of(`${here}.privileged`, `${name} is privileged: it is root on the node`, true)] : []),
    ...(own.allowPrivilegeEscalation === false
      ? []
      : [of(`${here}.allowPrivilegeEscalation`, `${name} may gain more rights than it starts with`)]),
    ...(own.readOnlyRootFilesystem === true ? [] : [of(`${here}.readOnlyRootFilesystem`, `${name} may write to its own root file system`)]),
    ...(nonRoot === true ? [] : [of(`${here}.runAsNonRoot`, `${name} may run as root`)]),
    ...(user === 0 ? [of(`${here}.runAsUser`, `${name} runs as root`, true)] : []),
    ...(profile === 'RuntimeDefault' || profile === 'Localhost'
      ? []
      : [of(`${here}.seccompProfile`, `${name} runs without a seccomp profile`)]),
    ...(dropped.includes('ALL') ? [] : [of(`${here}.capabilities.drop`, `${name} keeps capabilities it could drop`)]),
    ...listOf(at(own, 'capabilities', 'add')).map((capability) =>
      of(`${here}.capabilities.add`, `${name} gets capability ${textOf(capability)}`, textOf(capability) !== 'NET_BIND_SERVICE'),
    ),
    ...(own.procMount === 'Unmasked' ? [of(`${here}.procMount`, `${name} sees all of /proc`, true)] : []),
    ...hostPorts.map((port) => of(`${path}.ports`, `${name} takes port ${textOf(at(port, 'hostPort'))} of the node`, true)),
  ];
};
