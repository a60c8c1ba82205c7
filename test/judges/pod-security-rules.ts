const STANDARD = 'https://kubernetes.io/docs/concepts/security/pod-security-standards/';
const BASELINE = `${STANDARD}#baseline`;
const RESTRICTED = `${STANDARD}#restricted`;

/** One control of the Pod Security Standards: fields of a pod, and the values they may have. */
export interface PodSecurityRule {
  readonly id: string;
  readonly source: string;
  /** As the standard writes them; `containers[*]` means init and ephemeral containers too. */
  readonly fields: readonly string[];
  /** The pod's own field, which a container that states nothing takes its value from. */
  readonly inheritsFrom?: string;
  readonly allowed: (value: unknown) => boolean;
  /** The allowed values, as a reader is told. */
  readonly allows: string;
}

type Allowance = Pick<PodSecurityRule, 'allowed' | 'allows'>;

const oneOf = (...values: readonly unknown[]): Allowance => ({
  allowed: (value) => values.includes(value),
  allows: values.map((value) => (value === undefined ? 'nothing' : JSON.stringify(value))).join(', '),
});

/** The pod's security context and each container's. */
const contexts = (field: string) => [`spec.securityContext.${field}`, `spec.containers[*].securityContext.${field}`];
const container = (field: string) => [`spec.containers[*].${field}`];

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];
const ADDABLE = 'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
  ' ',
);
const VOLUME_TYPES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
// What the standard allows since a later version (more sysctls in 1.29, container_engine_t in 1.31) is refused: 1.28 refuses it.
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports',
];
const APP_ARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value ? Object.entries(value) : []);

const isDefaultAppArmor = ([key, value]: [string, unknown]) =>
  !key.startsWith(APP_ARMOR_ANNOTATION) || /^(runtime\/default|localhost\/.+)$/.test(String(value));

const isAllowedVolume = (volume: unknown) => {
  const types = entriesOf(volume).filter(([key]) => key !== 'name');
  return types.length > 0 && types.every(([type]) => VOLUME_TYPES.includes(type));
};

/** `restricted`, which includes `baseline`. The exemptions for Windows pods are left out: no image here runs on Windows. */
export const podSecurityRules: readonly PodSecurityRule[] = [
  { id: 'host-process', source: BASELINE, fields: contexts('windowsOptions.hostProcess'), ...oneOf(undefined, false) },
  { id: 'host-namespaces', source: BASELINE, fields: ['spec.hostNetwork', 'spec.hostPID', 'spec.hostIPC'], ...oneOf(undefined, false) },
  { id: 'privileged', source: BASELINE, fields: container('securityContext.privileged'), ...oneOf(undefined, false) },
  { id: 'added-capabilities', source: BASELINE, fields: container('securityContext.capabilities.add[*]'), ...oneOf(...ADDABLE) },
  { id: 'host-path', source: BASELINE, fields: ['spec.volumes[*].hostPath'], ...oneOf(undefined) },
  { id: 'host-ports', source: BASELINE, fields: container('ports[*].hostPort'), ...oneOf(undefined, 0) },
  {
    id: 'host-of-probes-and-hooks',
    source: BASELINE,
    fields: HANDLERS.flatMap((handler) => [...container(`${handler}.httpGet.host`), ...container(`${handler}.tcpSocket.host`)]),
    ...oneOf(undefined, ''),
  },
  { id: 'app-armor', source: BASELINE, fields: contexts('appArmorProfile.type'), ...oneOf(undefined, 'RuntimeDefault', 'Localhost') },
  {
    id: 'app-armor-annotation',
    source: BASELINE,
    fields: ['metadata.annotations'],
    allowed: (annotations) => entriesOf(annotations).every(isDefaultAppArmor),
    allows: `${APP_ARMOR_ANNOTATION}* of runtime/default or localhost/*`,
  },
  {
    id: 'se-linux-type',
    source: BASELINE,
    fields: contexts('seLinuxOptions.type'),
    ...oneOf(undefined, '', 'container_t', 'container_init_t', 'container_kvm_t'),
  },
  {
    id: 'se-linux-user-and-role',
    source: BASELINE,
    fields: [...contexts('seLinuxOptions.user'), ...contexts('seLinuxOptions.role')],
    ...oneOf(undefined, ''),
  },
  { id: 'proc-mount', source: BASELINE, fields: container('securityContext.procMount'), ...oneOf(undefined, 'Default') },
  {
    id: 'seccomp-not-unconfined',
    source: BASELINE,
    fields: contexts('seccompProfile.type'),
    ...oneOf(undefined, 'RuntimeDefault', 'Localhost'),
  },
  { id: 'sysctls', source: BASELINE, fields: ['spec.securityContext.sysctls[*].name'], ...oneOf(...SYSCTLS) },
  {
    id: 'volume-types',
    source: RESTRICTED,
    fields: ['spec.volumes[*]'],
    allowed: isAllowedVolume,
    allows: `a volume of type ${VOLUME_TYPES.join(', ')}`,
  },
  { id: 'privilege-escalation', source: RESTRICTED, fields: container('securityContext.allowPrivilegeEscalation'), ...oneOf(false) },
  {
    id: 'run-as-non-root',
    source: RESTRICTED,
    fields: container('securityContext.runAsNonRoot'),
    inheritsFrom: 'spec.securityContext.runAsNonRoot',
    ...oneOf(true),
  },
  { id: 'run-as-non-root-pod', source: RESTRICTED, fields: ['spec.securityContext.runAsNonRoot'], ...oneOf(undefined, true) },
  {
    id: 'run-as-user',
    source: RESTRICTED,
    fields: contexts('runAsUser'),
    allowed: (user) => user === undefined || (Number.isInteger(user) && user !== 0),
    allows: 'nothing, or a user other than 0',
  },
  {
    id: 'seccomp-stated',
    source: RESTRICTED,
    fields: container('securityContext.seccompProfile.type'),
    inheritsFrom: 'spec.securityContext.seccompProfile.type',
    ...oneOf('RuntimeDefault', 'Localhost'),
  },
  {
    id: 'capabilities-dropped',
    source: RESTRICTED,
    fields: container('securityContext.capabilities.drop'),
    allowed: (dropped) => Array.isArray(dropped) && dropped.includes('ALL'),
    allows: 'a list with "ALL"',
  },
  {
    id: 'capabilities-added-back',
    source: RESTRICTED,
    fields: container('securityContext.capabilities.add[*]'),
    ...oneOf('NET_BIND_SERVICE'),
  },
];
