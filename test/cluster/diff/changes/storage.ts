import * as made from '../manifests';
import { change, nearMiss, type ObjectChange, refused } from '../object-change';

export const STORAGE: readonly ObjectChange[] = [
  change(
    'another storage class',
    made.claim(),
    (o) => {
      o.spec.storageClassName = 'fast';
    },
    refused('storage-class-is-fixed'),
  ),
  change(
    'the storage class is no longer said',
    made.claim(),
    (o) => {
      delete o.spec.storageClassName;
    },
    refused('storage-class-is-fixed'),
  ),
  change(
    'the default storage class written out',
    made.claim({ storageClassName: undefined }),
    (o) => {
      o.spec.storageClassName = 'standard';
    },
    nearMiss('storage-class-is-fixed'),
  ),
  change(
    'a label',
    made.claim(),
    (o) => {
      o.metadata = { ...o.metadata, labels: { app: 'other' } };
    },
    nearMiss('storage-class-is-fixed'),
  ),
  change(
    'smaller',
    made.claim(),
    (o) => {
      o.spec.resources.requests.storage = '1Gi';
    },
    refused('claim-cannot-shrink'),
  ),
  change(
    'the same size written otherwise',
    made.claim(),
    (o) => {
      o.spec.resources.requests.storage = '2048Mi';
    },
    nearMiss('claim-cannot-shrink'),
  ),
  change(
    'an annotation',
    made.claim(),
    (o) => {
      o.metadata = { ...o.metadata, annotations: { a: 'b' } };
    },
    nearMiss('claim-cannot-shrink'),
  ),
  change(
    'larger, where its class does not say that it may',
    made.claim(),
    (o) => {
      o.spec.resources.requests.storage = '3Gi';
    },
    refused('claim-grows-where-its-class-lets-it'),
  ),
  change(
    'the same size in bytes',
    made.claim(),
    (o) => {
      o.spec.resources.requests.storage = '2147483648';
    },
    nearMiss('claim-grows-where-its-class-lets-it'),
  ),
  change(
    'an annotation of another',
    made.claim(),
    (o) => {
      o.metadata = { ...o.metadata, annotations: { c: 'd' } };
    },
    nearMiss('claim-grows-where-its-class-lets-it'),
  ),
  change(
    'another access mode',
    made.claim(),
    (o) => {
      o.spec.accessModes = ['ReadWriteMany'];
    },
    refused('claim-is-fixed'),
  ),
  change(
    'a block device',
    made.claim(),
    (o) => {
      o.spec.volumeMode = 'Block';
    },
    refused('claim-is-fixed'),
  ),
  change(
    'the default volume mode written out',
    made.claim(),
    (o) => {
      o.spec.volumeMode = 'Filesystem';
    },
    nearMiss('claim-is-fixed'),
  ),
  change(
    'a finalizer less',
    made.claim(),
    (o) => {
      o.metadata = { ...o.metadata, labels: {} };
    },
    nearMiss('claim-is-fixed'),
  ),
  change(
    'other parameters',
    made.storageClass(),
    (o) => {
      o.parameters.type = 'hdd';
    },
    refused('fixed-fields'),
  ),
  change(
    'another reclaim policy',
    made.storageClass(),
    (o) => {
      o.reclaimPolicy = 'Retain';
    },
    refused('fixed-fields'),
  ),
  change(
    'expansion allowed',
    made.storageClass(),
    (o) => {
      o.allowVolumeExpansion = true;
    },
    nearMiss('fixed-fields'),
  ),
];
