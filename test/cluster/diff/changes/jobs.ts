import * as made from '../manifests';
import { change, type Manifest, nearMiss, type ObjectChange, refused } from '../object-change';

const web = (object: Manifest): Manifest => object.spec.template.spec.containers[0];

export const JOBS: readonly ObjectChange[] = [
  change(
    'another image',
    made.job(),
    (o) => {
      web(o).image = 'registry.example.com/web:1.0.1';
    },
    refused('job-is-fixed'),
  ),
  change(
    'a label of its pods',
    made.job(),
    (o) => {
      o.spec.template.metadata.labels.tier = 'back';
    },
    refused('job-is-fixed'),
  ),
  change(
    'more completions',
    made.job(),
    (o) => {
      o.spec.completions = 2;
    },
    refused('job-is-fixed'),
  ),
  change(
    'indexed completions',
    made.job(),
    (o) => Object.assign(o.spec, { completionMode: 'Indexed', completions: 1 }),
    refused('job-is-fixed'),
  ),
  change(
    'a pod failure policy',
    made.job(),
    (o) => {
      o.spec.podFailurePolicy = { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] };
    },
    refused('job-is-fixed'),
  ),
  change(
    'more parallelism, retries and a time to live',
    made.job(),
    (o) => Object.assign(o.spec, { parallelism: 2, backoffLimit: 5, ttlSecondsAfterFinished: 60, activeDeadlineSeconds: 600 }),
    nearMiss('job-is-fixed'),
  ),
  change(
    'defaults written out',
    made.job(),
    (o) => {
      Object.assign(o.spec, { completions: 1, parallelism: 1, completionMode: 'NonIndexed', suspend: false });
      o.spec.template.spec.dnsPolicy = 'ClusterFirst';
      web(o).imagePullPolicy = 'IfNotPresent';
    },
    nearMiss('job-is-fixed'),
  ),
  change(
    'suspended, another node selector',
    made.suspendedJob(),
    (o) => {
      o.spec.template.spec.nodeSelector = { disk: 'ssd' };
    },
    nearMiss('job-is-fixed'),
  ),
  change(
    'suspended, a label of its pods',
    made.suspendedJob(),
    (o) => {
      o.spec.template.metadata.labels.tier = 'back';
    },
    nearMiss('job-is-fixed'),
  ),
  change(
    'suspended, another image',
    made.suspendedJob(),
    (o) => {
      web(o).image = 'registry.example.com/web:1.0.1';
    },
    refused('job-is-fixed'),
  ),
  change(
    'suspended, more memory',
    made.suspendedJob(),
    (o) => {
      web(o).resources.limits.memory = '256Mi';
    },
    refused('job-is-fixed', '1.28'),
  ),
  change(
    'suspended, node affinity',
    made.suspendedJob(),
    (o) => {
      o.spec.template.spec.affinity = {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'Exists' }] }],
          },
        },
      };
    },
    nearMiss('job-is-fixed'),
  ),
  change(
    'another image and schedule',
    made.cronJob(),
    (o) => {
      o.spec.schedule = '0 4 * * *';
      o.spec.jobTemplate.spec.template.spec.containers[0].image = 'registry.example.com/web:2';
    },
    nearMiss('job-is-fixed'),
  ),
  change(
    'no schedule at all',
    made.cronJob(),
    (o) => {
      o.spec.schedule = 'at night';
    },
    refused('object-is-valid'),
  ),
];
