import { deploymentWith } from '../support/deployment-with';
import { podSecurityProblems } from './pod-security-problems';
import { podSecurityRules } from './pod-security-rules';

const POD = 'spec.template.spec';
const CONTEXT = `${POD}.securityContext`;
const CONTAINER = `${POD}.containers.0`;
const OWN = `${CONTAINER}.securityContext`;

type Changes = Readonly<Record<string, unknown>>;

const rulesBrokenBy = (changes: Changes): string[] =>
  podSecurityProblems(deploymentWith(changes)).map((problem) => problem.replace(/^.*\[(.*)\]$/s, '$1'));

/** For each rule: changes that break it, and changes beside them that keep it. */
const EXAMPLES: Readonly<Record<string, { readonly breaks: readonly Changes[]; readonly keeps: readonly Changes[] }>> = {
  'host-process': {
    breaks: [{ [`${CONTEXT}.windowsOptions.hostProcess`]: true }, { [`${OWN}.windowsOptions.hostProcess`]: true }],
    keeps: [{ [`${CONTEXT}.windowsOptions.hostProcess`]: false }],
  },
  'host-namespaces': {
    breaks: [{ [`${POD}.hostNetwork`]: true }, { [`${POD}.hostPID`]: true }, { [`${POD}.hostIPC`]: true }],
    keeps: [{ [`${POD}.hostNetwork`]: false }, { [`${POD}.shareProcessNamespace`]: true }],
  },
  privileged: { breaks: [{ [`${OWN}.privileged`]: true }], keeps: [{ [`${OWN}.privileged`]: false }] },
  'added-capabilities': {
    breaks: [{ [`${OWN}.capabilities.add`]: ['NET_ADMIN'] }, { [`${OWN}.capabilities.add`]: ['ALL'] }],
    keeps: [{ [`${OWN}.capabilities.add`]: ['NET_BIND_SERVICE'] }, { [`${OWN}.capabilities.add`]: [] }],
  },
  'host-path': {
    breaks: [{ [`${POD}.volumes.0`]: { name: 'tmp', hostPath: { path: '/tmp' } } }],
    keeps: [{ [`${POD}.volumes.0`]: { name: 'hostPath', emptyDir: {} } }],
  },
  'host-ports': {
    breaks: [{ [`${CONTAINER}.ports.0.hostPort`]: 8080 }],
    keeps: [{ [`${CONTAINER}.ports.0.hostPort`]: 0 }, { [`${CONTAINER}.ports`]: undefined }],
  },
  'host-of-probes-and-hooks': {
    breaks: [
      { [`${CONTAINER}.livenessProbe.httpGet.host`]: '10.0.0.1' },
      { [`${CONTAINER}.readinessProbe`]: { tcpSocket: { port: 80, host: '127.0.0.1' } } },
      { [`${CONTAINER}.startupProbe`]: { httpGet: { port: 80, host: 'localhost' } } },
      { [`${CONTAINER}.lifecycle.postStart`]: { httpGet: { port: 80, host: 'example.com' } } },
      { [`${CONTAINER}.lifecycle.preStop`]: { tcpSocket: { port: 80, host: 'example.com' } } },
    ],
    keeps: [
      { [`${CONTAINER}.livenessProbe.httpGet.host`]: '' },
      { [`${CONTAINER}.livenessProbe.httpGet.httpHeaders`]: [{ name: 'Host', value: 'example.com' }] },
    ],
  },
  'app-armor': {
    breaks: [{ [`${CONTEXT}.appArmorProfile.type`]: 'Unconfined' }, { [`${OWN}.appArmorProfile.type`]: 'Unconfined' }],
    keeps: [{ [`${OWN}.appArmorProfile.type`]: 'RuntimeDefault' }],
  },
  'app-armor-annotation': {
    breaks: [{ 'spec.template.metadata.annotations': { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' } }],
    keeps: [
      { 'spec.template.metadata.annotations': { 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' } },
      { 'spec.template.metadata.annotations': { note: 'unconfined' } },
    ],
  },
  'se-linux-type': {
    breaks: [{ [`${CONTEXT}.seLinuxOptions.type`]: 'spc_t' }, { [`${OWN}.seLinuxOptions.type`]: 'container_engine_t' }],
    keeps: [{ [`${OWN}.seLinuxOptions.type`]: 'container_t' }],
  },
  'se-linux-user-and-role': {
    breaks: [{ [`${CONTEXT}.seLinuxOptions.user`]: 'system_u' }, { [`${OWN}.seLinuxOptions.role`]: 'system_r' }],
    keeps: [{ [`${OWN}.seLinuxOptions.level`]: 's0:c1,c2' }],
  },
  'proc-mount': { breaks: [{ [`${OWN}.procMount`]: 'Unmasked' }], keeps: [{ [`${OWN}.procMount`]: 'Default' }] },
  'seccomp-not-unconfined': {
    breaks: [{ [`${CONTEXT}.seccompProfile.type`]: 'Unconfined', [`${OWN}.seccompProfile.type`]: 'RuntimeDefault' }],
    keeps: [{ [`${CONTEXT}.seccompProfile`]: { type: 'Localhost', localhostProfile: 'web.json' } }],
  },
  sysctls: {
    breaks: [{ [`${CONTEXT}.sysctls`]: [{ name: 'net.core.somaxconn', value: '1024' }] }],
    keeps: [{ [`${CONTEXT}.sysctls`]: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] }],
  },
  'volume-types': {
    breaks: [{ [`${POD}.volumes.0`]: { name: 'tmp', nfs: { server: 'a', path: '/' } } }, { [`${POD}.volumes.0`]: { name: 'tmp' } }],
    keeps: [{ [`${POD}.volumes.0`]: { name: 'tmp', persistentVolumeClaim: { claimName: 'tmp' } } }],
  },
  'privilege-escalation': {
    breaks: [{ [`${OWN}.allowPrivilegeEscalation`]: true }, { [`${OWN}.allowPrivilegeEscalation`]: undefined }],
    keeps: [{ [`${OWN}.allowPrivilegeEscalation`]: false }],
  },
  'run-as-non-root': {
    breaks: [{ [`${CONTEXT}.runAsNonRoot`]: undefined }, { [`${OWN}.runAsNonRoot`]: false }],
    keeps: [{ [`${CONTEXT}.runAsNonRoot`]: undefined, [`${OWN}.runAsNonRoot`]: true }],
  },
  'run-as-non-root-pod': {
    breaks: [{ [`${CONTEXT}.runAsNonRoot`]: false, [`${OWN}.runAsNonRoot`]: true }],
    keeps: [{ [`${CONTEXT}.runAsNonRoot`]: undefined, [`${OWN}.runAsNonRoot`]: true }],
  },
  'run-as-user': {
    breaks: [{ [`${CONTEXT}.runAsUser`]: 0 }, { [`${OWN}.runAsUser`]: 0 }],
    keeps: [{ [`${CONTEXT}.runAsUser`]: undefined }, { [`${OWN}.runAsUser`]: 1 }],
  },
  'seccomp-stated': {
    breaks: [{ [`${CONTEXT}.seccompProfile`]: undefined }, { [`${OWN}.seccompProfile.type`]: 'Unconfined' }],
    keeps: [{ [`${CONTEXT}.seccompProfile`]: undefined, [`${OWN}.seccompProfile.type`]: 'RuntimeDefault' }],
  },
  'capabilities-dropped': {
    breaks: [{ [`${OWN}.capabilities`]: undefined }, { [`${OWN}.capabilities.drop`]: ['NET_RAW'] }],
    keeps: [{ [`${OWN}.capabilities.drop`]: ['NET_RAW', 'ALL'] }],
  },
  'capabilities-added-back': {
    breaks: [{ [`${OWN}.capabilities.add`]: ['CHOWN'] }],
    keeps: [{ [`${OWN}.capabilities.add`]: ['NET_BIND_SERVICE'] }],
  },
};

const changesOf = (side: 'breaks' | 'keeps') =>
  Object.entries(EXAMPLES).flatMap(([id, examples]) => examples[side].map((changes) => [id, JSON.stringify(changes), changes] as const));

describe('PodSecurity restricted', () => {
  it('accepts a Deployment that is in order', () => {
    expect(podSecurityProblems(deploymentWith())).toEqual([]);
  });

  it('has examples for every rule, and a source', () => {
    expect(podSecurityRules.map(({ id }) => id)).toEqual(Object.keys(EXAMPLES));
    for (const { source } of podSecurityRules) expect(source).toMatch(/pod-security-standards\/#(baseline|restricted)$/);
  });

  it.each(changesOf('breaks'))('%s is broken by %s', (id, _title, changes) => {
    expect(rulesBrokenBy(changes)).toContain(id);
  });

  it.each(changesOf('keeps'))('%s is kept with %s', (_id, _title, changes) => {
    expect(rulesBrokenBy(changes)).toEqual([]);
  });

  it('says where, what it found and what is allowed', () => {
    expect(podSecurityProblems(deploymentWith({ [`${OWN}.privileged`]: true }))).toEqual([
      'Deployment shop/web spec.template.spec.containers[0].securityContext.privileged: true is not allowed; allowed is nothing, false [privileged]',
    ]);
  });

  it.each(['initContainers', 'ephemeralContainers'])('judges %s like containers', (list) => {
    const broken = rulesBrokenBy({ [`${POD}.${list}`]: [{ name: 'extra', image: 'extra:1' }] });

    expect(broken).toEqual(['privilege-escalation', 'capabilities-dropped']);
  });

  const { template } = deploymentWith({ [`${CONTEXT}.runAsUser`]: 0 }).spec;
  it.each([
    ['Pod', template, 'spec'],
    ['StatefulSet', { spec: { template } }, 'spec.template.spec'],
    ['Job', { spec: { template } }, 'spec.template.spec'],
    ['CronJob', { spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template.spec'],
  ])('finds the pod of a %s', (kind, body, place) => {
    const problems = podSecurityProblems({ ...body, kind, metadata: { name: 'web' } });

    expect(problems).toEqual([
      `${kind} web ${place}.securityContext.runAsUser: 0 is not allowed; allowed is nothing, or a user other than 0 [run-as-user]`,
    ]);
  });

  it('has nothing to say of an object without a pod', () => {
    expect(podSecurityProblems({ kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } })).toEqual([]);
  });
});
