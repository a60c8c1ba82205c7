import * as made from '../manifests';
import { change, type Manifest, nearMiss, type ObjectChange, refused } from '../object-change';

const container = (o: Manifest): Manifest => o.spec.template.spec.containers[0];
const withPullSecret = (): Manifest => {
  const deployment = made.deployment();
  deployment.spec.template.spec.imagePullSecrets = [{ name: 'pull' }];
  return deployment;
};

/** What pairs made by chance once showed to be predicted wrongly, each as small as it can be. */
export const FOUND_BY_CHANCE: readonly ObjectChange[] = [
  change('a field that no API has', made.deployment(), (o) => Object.assign(o.spec, { replica: 2 }), refused('object-is-valid')),
  change('a number in quotes', made.deployment(), (o) => Object.assign(o.spec, { replicas: '2' }), refused('object-is-valid')),
  change(
    'a boolean in quotes',
    made.serviceAccount(),
    (o) => Object.assign(o, { automountServiceAccountToken: 'false' }),
    refused('object-is-valid'),
  ),
  change('a number as a value', made.configMap(), (o) => Object.assign(o.data, { a: 1 }), refused('object-is-valid')),
  change(
    'a field that came with 1.30',
    made.service(),
    (o) => Object.assign(o.spec, { trafficDistribution: 'PreferClose' }),
    refused('object-is-valid', '1.28'),
  ),
  change(
    'bytes that are no base64',
    made.configMap(),
    (o) => Object.assign(o, { binaryData: { c: 'no base64!' } }),
    refused('object-is-valid'),
  ),
  change('a value that is no base64', made.secret(), (o) => Object.assign(o, { data: { b: 'no base64!' } }), refused('object-is-valid')),
  change('a number as a value', made.secret(), (o) => Object.assign(o.stringData, { a: 1 }), refused('object-is-valid')),
  change(
    'a pull secret without a name',
    withPullSecret(),
    (o) => Object.assign(o.spec.template.spec, { imagePullSecrets: [{}] }),
    refused('list-items-are-named'),
  ),
  change(
    'another pull secret',
    withPullSecret(),
    (o) => Object.assign(o.spec.template.spec, { imagePullSecrets: [{ name: 'other' }] }),
    nearMiss('list-items-are-named'),
  ),
  change(
    'one pull secret more',
    withPullSecret(),
    (o) => o.spec.template.spec.imagePullSecrets.push({ name: 'other' }),
    nearMiss('list-items-are-named'),
  ),
  change('a UDP port beside the TCP port of one number', made.service(), (o) =>
    o.spec.ports.push({ name: 'udp', port: 80, targetPort: 'http', protocol: 'UDP' }),
  ),
  change(
    'two ports of one number',
    made.service(),
    (o) => o.spec.ports.push({ name: 'other', port: 80, targetPort: 'http' }),
    nearMiss('object-is-valid'),
  ),
  change(
    'a mode that needs a privileged container',
    made.daemonSet(),
    (o) => Object.assign(container(o).volumeMounts[0], { mountPropagation: 'Bidirectional' }),
    refused('object-is-valid'),
  ),
  change(
    'a variable of no Secret',
    made.deployment(),
    (o) => o.spec.template.spec.containers[0].env.push({ name: 'C', valueFrom: { secretKeyRef: { key: 'c' } } }),
    refused('object-is-valid'),
  ),
  change(
    'no value of a selector',
    made.networkPolicy(),
    (o) => Object.assign(o.spec.podSelector, { matchExpressions: [{ key: 'a', operator: 'In' }] }),
    refused('object-is-valid'),
  ),
  change('a rule without verbs', made.role(), (o) => Object.assign(o.rules[0], { verbs: [] }), refused('object-is-valid')),
  change(
    'a subject of another group',
    made.roleBinding(),
    (o) => Object.assign(o.subjects[0], { apiGroup: 'apps' }),
    refused('object-is-valid'),
  ),
  change('more than all', made.budget(), (o) => Object.assign(o.spec, { maxUnavailable: '150%' }), refused('object-is-valid')),
  change('all', made.budget(), (o) => Object.assign(o.spec, { maxUnavailable: '100%' }), nearMiss('object-is-valid')),
  change('an address that is none', made.service(), (o) => Object.assign(o.spec, { externalIPs: ['here'] }), refused('object-is-valid')),
  change(
    'no spec any more',
    made.service({ clusterIP: 'None' }),
    (o) => Object.assign(o, { spec: undefined }),
    nearMiss('object-is-valid'),
  ),
  change('a limit', made.claim(), (o) => Object.assign(o.spec.resources, { limits: { storage: '9Gi' } }), refused('claim-is-fixed')),
  change(
    'a frozen value that is no longer written',
    made.secret({ immutable: true }),
    (o) => Object.assign(o, { stringData: undefined }),
    nearMiss('immutable-data-is-fixed'),
  ),
  change(
    'suspended, no labels of its pods any more',
    made.suspendedJob(),
    (o) => {
      o.spec.template.metadata = {};
    },
    refused('job-is-fixed'),
  ),
  change(
    'more than all at once',
    made.statefulSet(),
    (o) => Object.assign(o.spec, { updateStrategy: { rollingUpdate: { maxUnavailable: '150%' } } }),
    refused('object-is-valid', '1.37'),
  ),
  change(
    'a toleration of a value that no label has',
    made.deployment(),
    (o) => Object.assign(o.spec.template.spec, { tolerations: [{ key: 'a', value: '/x' }] }),
    refused('object-is-valid'),
  ),
  change(
    'one pull secret without a name',
    made.serviceAccount(),
    (o) => Object.assign(o, { imagePullSecrets: [{}] }),
    nearMiss('list-items-are-named'),
  ),
];
