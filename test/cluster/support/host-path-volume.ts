import { kubectl, kubectlJson, kubectlWith } from './kubectl';
import { makeNamespace, removeNamespaces } from './namespaces';

const NAMESPACE = 'waybill-test-node';
const FOLDER = 'waybill-test-volume';

interface Claim {
  readonly namespace: string;
  readonly name: string;
}
/** A volume as Minikube's provisioner makes them: a folder of mode 0777 on the node, on which Kubernetes honours no fsGroup. */
export const makeHostPathVolume = (claim: Claim): void => {
  makeNamespace(NAMESPACE);
  onNode('make', `rm -rf /node/${FOLDER} && mkdir -m 0777 /node/${FOLDER}`);
  kubectlWith([toVolume(claim)], 'create');
};
export const removeHostPathVolume = (): void => {
  kubectl('delete', 'persistentvolume', FOLDER, '--ignore-not-found');
  onNode('remove', `rm -rf /node/${FOLDER}`);
  removeNamespaces([NAMESPACE]);
};

const toVolume = (claim: Claim) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: FOLDER },
  spec: {
    capacity: { storage: '1Gi' },
    accessModes: ['ReadWriteOnce'],
    persistentVolumeReclaimPolicy: 'Retain',
    storageClassName: defaultClass(),
    claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...claim },
    hostPath: { path: `/tmp/${FOLDER}` },
  },
});
const defaultClass = (): string =>
  kubectlJson('get', 'storageclasses').items.find(
    ({ metadata }: { metadata: { annotations?: Record<string, string> } }) =>
      metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true',
  ).metadata.name;

const onNode = (name: string, script: string): void => {
  kubectlWith(
    [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { namespace: NAMESPACE, name },
        spec: {
          restartPolicy: 'Never',
          volumes: [{ name: 'node', hostPath: { path: '/tmp' } }],
          containers: [
            {
              name: 'root',
              image: 'postgres:15-alpine',
              command: ['sh', '-c', script],
              securityContext: { runAsUser: 0 },
              volumeMounts: [{ name: 'node', mountPath: '/node' }],
            },
          ],
        },
      },
    ],
    'create',
  );
  kubectl('-n', NAMESPACE, 'wait', `pod/${name}`, '--for=jsonpath={.status.phase}=Succeeded', '--timeout=60s');
};
