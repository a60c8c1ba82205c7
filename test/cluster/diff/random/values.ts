import { type Field, fieldsOf } from '../../../../cli/diff/schema/fields';
import type { Manifest } from '../object-change';
import type { Chance } from './chance';

/** Values by the name of the field: most are taken somewhere, some nowhere. */
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  image: ['nginx:1.27', 'nginx', 'nginx:latest', 'registry.example.com/a/b:2', ' nginx', ''],
  imagePullPolicy: ['Always', 'IfNotPresent', 'Never', 'Sometimes'],
  restartPolicy: ['Always', 'OnFailure', 'Never'],
  dnsPolicy: ['Default', 'ClusterFirst', 'ClusterFirstWithHostNet', 'Nope'],
  name: ['other', 'a-b', 'Bad_Name', 'a.b'],
  namespace: ['default', 'other'],
  schedule: ['@daily', '0 4 * * *', '60 * * * *', '* * *', '0 0 * jan mon'],
  timeZone: ['Europe/Paris', 'Etc/UTC', 'Nowhere/City'],
  path: ['/a', 'a', 'a/b', '../a'],
  mountPath: ['/a', 'a', '/tmp'],
  subPath: ['a', '../a', '/a'],
  protocol: ['TCP', 'UDP', 'SCTP', 'HTTP'],
  port: [80, 8080, 'http', 0, 65536, '80'],
  targetPort: [80, 'http', 'Not_A_Name', 0],
  containerPort: [80, 8081, 0, 70000],
  hostPort: [9100, 0, 70000],
  nodePort: [30001, 80],
  clusterIP: ['None', '10.96.200.7', 'x', ''],
  type: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'RollingUpdate', 'Recreate', 'OnDelete'],
  storage: ['1Gi', '5120Mi', '20Gi', '0', 'x'],
  cpu: ['100m', '0.1', 1, '2', '-1', '1e3', '0.0001'],
  memory: ['64Mi', '65536Ki', '67108864', '1Gi', '128M', '1.5Gi', 'abc'],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Equal'],
  effect: ['NoSchedule', 'NoExecute', 'PreferNoSchedule'],
  accessModes: [['ReadWriteOnce'], ['ReadWriteMany'], [], ['ReadWriteOnce', 'ReadOnlyMany'], ['Nope']],
  storageClassName: ['slow', '', 'fast'],
  volumeName: ['disk', 'other'],
  externalName: ['other.example.com', 'Bad_Host', ''],
  host: ['a.example.com', '*.example.com', 'Bad_Host', '192.0.2.1'],
  maxSurge: [1, 0, '25%', '0%', 'x', '110%'],
  maxUnavailable: [1, 0, '25%', '0%', -1, '110%'],
  minAvailable: [1, '50%', 'x', '150%'],
  cidr: ['10.0.0.0/8', '10.0.0.0/33', '192.168.0.0/16', 'fd00::/8'],
  matchLabels: [{ app: 'other' }, {}, { 'bad key': 'x' }],
  serviceAccount: ['robot', ''],
  serviceAccountName: ['robot', '', 'Bad_Name'],
  securityContext: [{}, { runAsUser: 1000 }, { runAsUser: -1 }],
  weight: [1, 50, 0, 101],
  maxSkew: [1, 2, 0],
  averageUtilization: [50, 0],
  scope: ['Namespaced', 'Cluster'],
  plural: ['widgets', 'gadgets'],
  kind: ['Role', 'ClusterRole', 'ServiceAccount', 'User', 'Deployment'],
  suspend: [true, false],
  immutable: [true, false],
  serviceName: ['other', ''],
  addressType: ['IPv4', 'IPv6', 'FQDN'],
  handler: ['kata', 'Bad_Handler'],
  key: ['other', 'a/b'],
  fieldPath: ['metadata.name', 'status.hostIP', 'spec.nothing', "metadata.labels['app']"],
  topologyKey: ['kubernetes.io/hostname', 'Bad Key!', ''],
  hosts: [['a.example.com'], []],
  volumeMode: ['Block', 'Filesystem'],
};
const TEXTS = ['a', 'other', 'B_c', '', 'a b', '/x', '1'];
const NUMBERS = [0, 1, 2, 3, 5, 10, 30, 60, 300, -1, 100000];

/** A value for a field, as far as its name, its type or the value that is there tell. */
export const valueFor = (name: string, field: Field | undefined, old: unknown, chance: Chance): unknown => {
  const known = BY_NAME[name];
  if (known !== undefined && chance.below(5) > 0) return structuredClone(chance.oneOf(known));
  if (chance.below(25) === 0) return chance.oneOf([null, 'text', 7, true, {}, []]);
  return field === undefined ? alike(old, chance) : ofField(field, field.around, chance, 2);
};
const alike = (old: unknown, chance: Chance): unknown => {
  if (typeof old === 'number') return chance.oneOf([old + 1, old - 1, ...NUMBERS, String(old)]);
  if (typeof old === 'boolean') return !old;
  if (typeof old === 'string') return chance.oneOf([`${old}-2`, `${old}0`, old.toUpperCase(), ...TEXTS]);
  return chance.oneOf([null, {}, []]);
};
const ofField = (field: Field, around: string, chance: Chance, depth: number): unknown => {
  if (around.startsWith('[')) {
    const item = () => ofField(field, around.slice(1), chance, depth);
    return Array.from({ length: chance.below(3) }, item);
  }
  if (around.startsWith('{'))
    return chance.below(3) === 0 ? {} : { [chance.oneOf(['cpu', 'a', 'memory'])]: ofField(field, around.slice(1), chance, depth) };
  if (field.values !== undefined) return chance.below(8) === 0 ? 'Nope' : chance.oneOf(field.values).split('@')[0];
  switch (field.of) {
    case 's':
      return chance.oneOf(TEXTS);
    case 'i':
    case 'n':
      return chance.oneOf(NUMBERS);
    case 'b':
      return chance.below(2) === 0;
    case 'q':
      return chance.oneOf(['1', '100m', '1Gi', '0', '1024Mi']);
    case 'x':
      return chance.oneOf([1, 80, 'http', '25%', 0]);
    case 't':
      return '2026-01-01T00:00:00Z';
    case 'd':
      return chance.oneOf(['YQ==', 'no base64!']);
    case '*':
      return {};
    default:
      return ofType(field.of, chance, depth);
  }
};
const ofType = (type: string, chance: Chance, depth: number): Manifest => {
  const all = [...(fieldsOf(type) ?? [])];
  const some = all.filter(([, { required }]) => required || (depth > 0 && all.length < 12 && chance.below(3) === 0));
  if (depth > 0 && some.length === 0 && all.length > 0) some.push(chance.oneOf(all));
  return depth < 0
    ? {}
    : Object.fromEntries(
        some.map(([name, field]) => {
          const known = BY_NAME[name];
          return [name, known === undefined ? ofField(field, field.around, chance, depth - 1) : structuredClone(chance.oneOf(known))];
        }),
      );
};
