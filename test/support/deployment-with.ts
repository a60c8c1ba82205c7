import type { KubeObject } from './read-manifests';
import { withField } from './with-field';

const deployment: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'web',
            image: 'shop/web:1.0.0',
            ports: [{ name: 'http', containerPort: 8080 }],
            env: [{ name: 'MODE', value: 'on' }],
            livenessProbe: { httpGet: { path: '/health', port: 'http' } },
            resources: { requests: { cpu: '250m', memory: '128Mi' } },
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          },
        ],
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      },
    },
  },
};

/** A Deployment that every judge accepts, with the given fields (dotted paths) changed. */
export const deploymentWith = (changes: Readonly<Record<string, unknown>> = {}): KubeObject =>
  Object.entries(changes).reduce((object, [path, value]) => withField(object, path, value), deployment);
