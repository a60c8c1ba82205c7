import * as made from '../manifests';
import { change, type Manifest, nearMiss, type ObjectChange, refused } from '../object-change';

const web = (object: Manifest): Manifest => object.spec.template.spec.containers[0];

/** Before 1.34 the server hardly looked at the template of a StatefulSet. */
const sinceTemplates = (make: () => Manifest): readonly string[] => (make === made.statefulSet ? ['1.37'] : []);

/** Changes of a pod template: which of them the server counts as one. */
export const POD_TEMPLATES = [made.deployment, made.statefulSet, made.daemonSet].flatMap((make): readonly ObjectChange[] => [
  change('another image', make(), (o) => {
    web(o).image = 'registry.example.com/web:1.0.1';
  }),
  change('a moving tag', make(), (o) => {
    web(o).image = 'registry.example.com/web:latest';
  }),
  change('defaults of the pod written out', make(), (o) => {
    Object.assign(o.spec.template.spec, {
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      terminationGracePeriodSeconds: 30,
      securityContext: {},
      hostNetwork: false,
    });
  }),
  change('defaults of the container written out', make(), (o) => {
    Object.assign(web(o), {
      imagePullPolicy: 'IfNotPresent',
      terminationMessagePath: '/dev/termination-log',
      terminationMessagePolicy: 'File',
      stdin: false,
    });
    web(o).ports[0].protocol = 'TCP';
    Object.assign(web(o).readinessProbe, {
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
      initialDelaySeconds: 0,
    });
    web(o).readinessProbe.httpGet.scheme = 'HTTP';
  }),
  change('quantities written otherwise', make(), (o) => {
    web(o).resources = { requests: { cpu: 0.1, memory: '65536Ki' }, limits: { memory: '134217728' } };
    o.spec.template.spec.volumes[0].emptyDir.sizeLimit = '65536Ki';
  }),
  change('variables in another order', make(), (o) => {
    web(o).env.reverse();
  }),
  change('ports in another order', make(), (o) => {
    web(o).ports.reverse();
  }),
  change('volumes in another order', make(), (o) => {
    o.spec.template.spec.volumes.reverse();
  }),
  change('mounts in another order', make(), (o) => {
    web(o).volumeMounts.reverse();
  }),
  change('enableServiceLinks written out', make(), (o) => {
    o.spec.template.spec.enableServiceLinks = true;
  }),
  change('an empty security context of the container', make(), (o) => {
    web(o).securityContext = {};
  }),
  change('the account by its old name', make(), (o) => {
    o.spec.template.spec.serviceAccount = 'web';
  }),
  change('a mode of the volume written out', make(), (o) => {
    o.spec.template.spec.volumes[1].configMap.defaultMode = 420;
  }),
  change('another mode of the volume', make(), (o) => {
    o.spec.template.spec.volumes[1].configMap.defaultMode = 256;
  }),
  change('an annotation of the pods', make(), (o) => {
    o.spec.template.metadata.annotations = { 'checksum/config': 'abc' };
  }),
  change('an annotation of the object', make(), (o) => {
    o.metadata = { ...o.metadata, annotations: { 'example.com/a': 'b' } };
  }),
  change('a variable from a field instead', make(), (o) => {
    web(o).env[0] = { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
  }),
  change('an empty variable', make(), (o) => {
    web(o).env[0] = { name: 'A', value: '' };
  }),
  change('another handler of the probe', make(), (o) => {
    web(o).readinessProbe = { tcpSocket: { port: 8080 } };
  }),
  change('a port as a number', make(), (o) => {
    web(o).readinessProbe.httpGet.port = 8080;
  }),
  change('no probe', make(), (o) => {
    delete web(o).readinessProbe;
  }),
  change('another kind of volume', make(), (o) => {
    o.spec.template.spec.volumes[1] = { name: 'config', secret: { secretName: 'web' } };
  }),
  change('a volume of no kind', make(), (o) => {
    o.spec.template.spec.volumes[0] = { name: 'tmp' };
  }),
  change(
    'a request over its limit',
    make(),
    (o) => {
      web(o).resources.requests.memory = '256Mi';
    },
    refused('object-is-valid', ...sinceTemplates(make)),
  ),
  change(
    'a request at its limit',
    make(),
    (o) => {
      web(o).resources.requests.memory = '128Mi';
    },
    nearMiss('object-is-valid'),
  ),
  change(
    'a mount without a volume',
    make(),
    (o) => {
      o.spec.template.spec.volumes.pop();
    },
    refused('object-is-valid', ...sinceTemplates(make)),
  ),
  change(
    'a container without a name a pod may have',
    make(),
    (o) => {
      web(o).name = 'Web_1';
    },
    refused('object-is-valid', ...sinceTemplates(make)),
  ),
  change('a second container', make(), (o) => {
    o.spec.template.spec.containers.push({ name: 'side', image: 'registry.example.com/side:1' });
  }),
  change('a container under another name', make(), (o) => {
    web(o).name = 'site';
  }),
  change('topology spread', make(), (o) => {
    o.spec.template.spec.topologySpreadConstraints = [
      { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { app: 'web' } } },
    ];
  }),
  change(
    'restarts never',
    make(),
    (o) => {
      o.spec.template.spec.restartPolicy = 'Never';
    },
    refused('object-is-valid'),
  ),
]);
