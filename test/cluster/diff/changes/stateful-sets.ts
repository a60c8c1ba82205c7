import * as made from '../manifests';
import { change, nearMiss, type ObjectChange, refused } from '../object-change';

export const STATEFUL_SETS: readonly ObjectChange[] = [
  change(
    'another serviceName',
    made.statefulSet(),
    (o) => {
      o.spec.serviceName = 'other';
    },
    refused('statefulset-fields-are-fixed'),
  ),
  change(
    'parallel pods',
    made.statefulSet(),
    (o) => {
      o.spec.podManagementPolicy = 'Parallel';
    },
    refused('statefulset-fields-are-fixed'),
  ),
  change(
    'another revisionHistoryLimit',
    made.statefulSet(),
    (o) => {
      o.spec.revisionHistoryLimit = 5;
    },
    refused('statefulset-fields-are-fixed', '1.28'),
  ),
  change(
    'the default podManagementPolicy written out',
    made.statefulSet(),
    (o) => {
      o.spec.podManagementPolicy = 'OrderedReady';
    },
    nearMiss('statefulset-fields-are-fixed'),
  ),
  change(
    'more replicas, minReadySeconds and a retention policy',
    made.statefulSet(),
    (o) => Object.assign(o.spec, { replicas: 3, minReadySeconds: 5, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }),
    nearMiss('statefulset-fields-are-fixed'),
  ),
  change(
    'another partition',
    made.statefulSet(),
    (o) => {
      o.spec.updateStrategy = { rollingUpdate: { partition: 1 } };
    },
    nearMiss('statefulset-fields-are-fixed'),
  ),
  change(
    'updates on delete, with what the server filled in before',
    made.statefulSet(),
    (o) => {
      o.spec.updateStrategy = { type: 'OnDelete' };
    },
    refused('object-is-valid'),
  ),
  change(
    'updates on delete, without it',
    made.statefulSet(),
    (o) => {
      o.spec.updateStrategy = { type: 'OnDelete', rollingUpdate: null };
    },
    nearMiss('object-is-valid'),
  ),
  change(
    'a larger claim',
    made.statefulSet(),
    (o) => {
      o.spec.volumeClaimTemplates[0].spec.resources.requests.storage = '2Gi';
    },
    refused('volume-claim-templates-are-fixed'),
  ),
  change(
    'a second claim',
    made.statefulSet(),
    (o) => o.spec.volumeClaimTemplates.push({ ...made.claimTemplate(), metadata: { name: 'more' } }),
    refused('volume-claim-templates-are-fixed'),
  ),
  change(
    'a label of a claim',
    made.statefulSet(),
    (o) => {
      o.spec.volumeClaimTemplates[0].metadata.labels = { a: 'b' };
    },
    refused('volume-claim-templates-are-fixed'),
  ),
  change(
    'the size of a claim written otherwise',
    made.statefulSet(),
    (o) => {
      o.spec.volumeClaimTemplates[0].spec.resources.requests.storage = '1024Mi';
    },
    nearMiss('volume-claim-templates-are-fixed'),
  ),
  change(
    'kind and defaults of a claim written out',
    made.statefulSet(),
    (o) => {
      Object.assign(o.spec.volumeClaimTemplates[0], { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
      o.spec.volumeClaimTemplates[0].spec.volumeMode = 'Filesystem';
    },
    nearMiss('volume-claim-templates-are-fixed'),
  ),
];
