import { kubectl, kubectlWith } from './kubectl';

export interface TestPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly image: string;
  readonly command: readonly string[];
  readonly env?: readonly object[];
}

/** A pod of the tests' own, as restricted as the namespaces want it; returns when it runs. */
export const startTestPod = ({ namespace, name, labels = {}, image, command, env = [] }: TestPod): void => {
  kubectlWith(
    [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { namespace, name, labels },
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 1,
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 70, runAsGroup: 70, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'test',
              image,
              command,
              env,
              resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '500m', memory: '128Mi' } },
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            },
          ],
        },
      },
    ],
    'create',
  );
  kubectl('-n', namespace, 'wait', `pod/${name}`, '--for=condition=Ready', '--timeout=60s');
};

export const inPod = (namespace: string, name: string, ...command: readonly string[]): string =>
  kubectl('-n', namespace, 'exec', name, '--', ...command);
