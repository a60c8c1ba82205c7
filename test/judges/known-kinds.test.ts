import { deploymentWith } from '../support/deployment-with';
import { KINDS } from './kubernetes-schemas';
import { schemaProblems, VERSIONS } from './schema-problems';

const { template, selector } = deploymentWith().spec;
const once = { backoffLimit: 3, template: { spec: { ...template.spec, restartPolicy: 'Never' } } };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const backend = { service: { name: 'web', port: { name: 'http' } } };

/** One object in order for each kind, with fields where a schema is more than a list of names. */
const BODIES: Readonly<Record<string, object>> = {
  'v1/Namespace': {},
  'v1/ServiceAccount': { automountServiceAccountToken: false },
  'v1/ConfigMap': { data: { MODE: 'on' }, immutable: true },
  'v1/Secret': { type: 'Opaque', data: { password: 'cGFzc3dvcmQ=' }, stringData: { user: 'app' } },
  'v1/Service': { spec: { clusterIP: 'None', selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } },
  'v1/PersistentVolumeClaim': { spec: claim },
  'apps/v1/Deployment': { spec: { selector, template, strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } } } },
  'apps/v1/StatefulSet': {
    spec: { serviceName: 'web', selector, template, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claim }] },
  },
  'batch/v1/Job': { spec: once },
  'batch/v1/CronJob': { spec: { schedule: '0 3 * * *', jobTemplate: { spec: once } } },
  'networking.k8s.io/v1/Ingress': { spec: { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] } },
  'networking.k8s.io/v1/NetworkPolicy': {
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 'http' }, { port: 80 }] }],
    },
  },
  'policy/v1/PodDisruptionBudget': { spec: { maxUnavailable: '50%', selector } },
  'rbac.authorization.k8s.io/v1/Role': { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
  'rbac.authorization.k8s.io/v1/RoleBinding': {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
  },
  'autoscaling/v2/HorizontalPodAutoscaler': {
    spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
  },
};

const objectOf = (id: string, body: object) => {
  const [, apiVersion, kind] = id.match(/(.*)\/(.*)/) ?? [];
  return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop' }, ...body };
};

describe('The kinds the schema judge knows', () => {
  it('are these', () => {
    expect(Object.keys(KINDS).sort()).toEqual(Object.keys(BODIES).sort());
  });

  it.each(Object.entries(BODIES))(
    'include %s, accepted when in order and refused with one field too many, on every version',
    (id, body) => {
      const accepted = VERSIONS.flatMap((version) => schemaProblems(objectOf(id, body), version));
      const refused = VERSIONS.map((version) => schemaProblems(objectOf(id, { ...body, specs: {} }), version).length);

      expect(accepted).toEqual([]);
      expect(refused).toEqual(VERSIONS.map(() => 1));
    },
  );
});
