import * as made from '../manifests';
import { change, type ObjectChange, refused } from '../object-change';

export const STRATEGIES: readonly ObjectChange[] = [
  change('all pods stop first', made.deployment(), (o) => {
    o.spec.strategy = { type: 'Recreate' };
  }),
  change('the default strategy written out', made.deployment(), (o) => {
    o.spec.strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };
  }),
  change('more replicas', made.deployment(), (o) => {
    o.spec.replicas = 3;
  }),
  change(
    'no pod more and none less',
    made.deployment(),
    (o) => {
      o.spec.strategy = { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } };
    },
    refused('object-is-valid'),
  ),
  change(
    'fewer replicas than none',
    made.deployment(),
    (o) => {
      o.spec.replicas = -1;
    },
    refused('object-is-valid'),
  ),
  change('an update strategy on delete', made.daemonSet(), (o) => {
    o.spec.updateStrategy = { type: 'OnDelete' };
  }),
];
