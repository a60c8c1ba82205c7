import * as made from '../manifests';
import { change, nearMiss, type ObjectChange, refused } from '../object-change';

export const SERVICES: readonly ObjectChange[] = [
  change(
    'headless',
    made.service(),
    (o) => {
      o.spec.clusterIP = 'None';
    },
    refused('service-addresses-are-fixed'),
  ),
  change(
    'an address instead of headless',
    made.service({ clusterIP: 'None' }),
    (o) => {
      o.spec.clusterIP = '10.96.77.77';
    },
    refused('service-addresses-are-fixed'),
  ),
  change(
    'another load balancer class',
    made.service({ type: 'LoadBalancer', loadBalancerClass: 'example.com/a' }),
    (o) => {
      o.spec.loadBalancerClass = 'example.com/b';
    },
    refused('service-addresses-are-fixed'),
  ),
  change(
    'headless is no longer said',
    made.service({ clusterIP: 'None' }),
    (o) => {
      delete o.spec.clusterIP;
    },
    nearMiss('service-addresses-are-fixed'),
  ),
  change(
    'from headless to an external name',
    made.service({ clusterIP: 'None' }),
    (o) => {
      o.spec = { type: 'ExternalName', externalName: 'db.example.com', ports: [{ name: 'http', port: 80, targetPort: 'http' }] };
    },
    nearMiss('service-addresses-are-fixed'),
  ),
  change(
    'a node port',
    made.service(),
    (o) => {
      o.spec.type = 'NodePort';
    },
    nearMiss('service-addresses-are-fixed'),
  ),
  change(
    'no longer a load balancer',
    made.service({ type: 'LoadBalancer', loadBalancerClass: 'example.com/a' }),
    (o) => {
      o.spec.type = 'ClusterIP';
      delete o.spec.loadBalancerClass;
    },
    nearMiss('service-addresses-are-fixed'),
  ),
  change(
    'another selector',
    made.service(),
    (o) => {
      o.spec.selector = { app: 'other' };
    },
    nearMiss('service-addresses-are-fixed'),
  ),
  change('a second port without a name', made.service(), (o) => o.spec.ports.push({ port: 81 }), refused('object-is-valid')),
  change('a second port', made.service(), (o) => o.spec.ports.push({ name: 'more', port: 81 }), nearMiss('object-is-valid')),
  change(
    'a target port as text',
    made.service(),
    (o) => {
      o.spec.ports[0].targetPort = '8080';
    },
    refused('object-is-valid'),
  ),
];
