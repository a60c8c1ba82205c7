import * as made from '../manifests';
import { change, nearMiss, type ObjectChange, refused } from '../object-change';

export const SELECTORS = [made.deployment, made.statefulSet, made.daemonSet, made.replicaSet].flatMap((make): readonly ObjectChange[] => [
  change('another selector', make(), (o) => Object.assign(o.spec.selector.matchLabels, { tier: 'front' }), refused('selector-is-fixed')),
  change(
    'the same selector as an expression',
    make(),
    (o) => {
      o.spec.selector = { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] };
    },
    refused('selector-is-fixed'),
  ),
  change(
    'a label of the pods that the selector does not name',
    make(),
    (o) => {
      o.spec.template.metadata.labels.tier = 'back';
    },
    nearMiss('selector-is-fixed'),
  ),
  change(
    'a label of the object itself',
    make(),
    (o) => {
      o.metadata = { ...o.metadata, labels: { app: 'other' } };
    },
    nearMiss('selector-is-fixed'),
  ),
  change(
    'pods without the label of the selector',
    make(),
    (o) => {
      o.spec.template.metadata.labels = { tier: 'front' };
    },
    refused('object-is-valid'),
  ),
]);
