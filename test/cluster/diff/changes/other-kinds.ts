import * as made from '../manifests';
import { change, nearMiss, type ObjectChange, refused } from '../object-change';

export const OTHER_KINDS: readonly ObjectChange[] = [
  change(
    'another role',
    made.roleBinding(),
    (o) => {
      o.roleRef.name = 'other';
    },
    refused('fixed-fields'),
  ),
  change(
    'another subject',
    made.roleBinding(),
    (o) => {
      o.subjects[0].name = 'other';
    },
    nearMiss('fixed-fields'),
  ),
  change(
    'another type',
    made.secret(),
    (o) => {
      o.type = 'example.com/other';
    },
    refused('fixed-fields'),
  ),
  change(
    'the default type written out',
    made.secret(),
    (o) => {
      o.type = 'Opaque';
    },
    nearMiss('fixed-fields'),
  ),
  change(
    'the same value as data',
    made.secret(),
    (o) => {
      o.data = { a: Buffer.from('one').toString('base64') };
      delete o.stringData;
    },
    nearMiss('immutable-data-is-fixed'),
  ),
  change(
    'other scopes',
    made.quota(),
    (o) => {
      o.spec.scopes = ['Terminating'];
    },
    refused('fixed-fields'),
  ),
  change(
    'another amount',
    made.quota(),
    (o) => {
      o.spec.hard['requests.cpu'] = '200';
    },
    nearMiss('fixed-fields'),
  ),
  change(
    'another value',
    made.priorityClass(),
    (o) => {
      o.value = 200;
    },
    refused('fixed-fields'),
  ),
  change(
    'another description',
    made.priorityClass(),
    (o) => {
      o.description = 'two';
    },
    nearMiss('fixed-fields'),
  ),
  change(
    'another controller',
    made.ingressClass(),
    (o) => {
      o.spec.controller = 'example.com/two';
    },
    refused('fixed-fields'),
  ),
  change(
    'another variable',
    made.pod(),
    (o) => {
      o.spec.containers[0].env[0].value = '9';
    },
    refused('pod-is-fixed'),
  ),
  change(
    'another image',
    made.pod(),
    (o) => {
      o.spec.containers[0].image = 'registry.example.com/web:1.0.1';
    },
    nearMiss('pod-is-fixed'),
  ),
  change(
    'one toleration more',
    made.pod(),
    (o) => {
      o.spec.tolerations = [{ key: 'a', operator: 'Exists', effect: 'NoSchedule' }];
    },
    nearMiss('pod-is-fixed'),
  ),
  change('more rights', made.role(), (o) => {
    o.rules[0].verbs.push('watch');
  }),
  change('the token mounted', made.serviceAccount(), (o) => {
    o.automountServiceAccountToken = true;
  }),
  change('a smaller budget', made.budget(), (o) => {
    o.spec.maxUnavailable = '50%';
  }),
  change(
    'two budgets at once',
    made.budget(),
    (o) => {
      o.spec.minAvailable = 1;
    },
    refused('object-is-valid'),
  ),
  change(
    'minAvailable instead',
    made.budget(),
    (o) => {
      delete o.spec.maxUnavailable;
      o.spec.minAvailable = 1;
    },
    nearMiss('object-is-valid'),
  ),
  change('another host', made.ingress(), (o) => {
    o.spec.rules[0].host = 'api.example.com';
  }),
  change(
    'a host that is none',
    made.ingress(),
    (o) => {
      o.spec.rules[0].host = 'Web_1.example.com';
    },
    refused('object-is-valid'),
  ),
  change(
    'a path that does not begin with a slash',
    made.ingress(),
    (o) => {
      o.spec.rules[0].http.paths[0].path = 'api';
    },
    refused('object-is-valid'),
  ),
  change('open to all', made.networkPolicy(), (o) => {
    o.spec.ingress = [{}];
  }),
  change(
    'an exception outside the range',
    made.networkPolicy(),
    (o) => {
      o.spec.egress[0].to[0].ipBlock.except = ['192.168.0.0/16'];
    },
    refused('object-is-valid'),
  ),
  change('another PodSecurity level', made.namespace(), (o) => {
    o.metadata.labels['pod-security.kubernetes.io/enforce'] = 'baseline';
  }),
  change(
    'a PodSecurity level that does not exist',
    made.namespace(),
    (o) => {
      o.metadata.labels['pod-security.kubernetes.io/enforce'] = 'strict';
    },
    refused('object-is-valid'),
  ),
  change('more replicas', made.autoscaler(), (o) => {
    o.spec.maxReplicas = 8;
  }),
  change(
    'a minimum over the maximum',
    made.autoscaler(),
    (o) => {
      o.spec.minReplicas = 8;
    },
    refused('object-is-valid'),
  ),
];
