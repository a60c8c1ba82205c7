import type { ContractSubject, Rule } from '../rule';

const FIRST_UNPRIVILEGED = 1024;

export const portsAreUnprivileged: Rule<ContractSubject> = {
  id: 'ports-are-unprivileged',
  promise: 'Every port is 1024 or above, so that the container can run as a non-root user.',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  problems: ({ at, contract: { ports = {} } }) =>
    Object.entries(ports)
      .filter(([, { number }]) => number > 0 && number < FIRST_UNPRIVILEGED)
      .map(([name, { number }]) => ({
        at: `${at}.ports.${name}.number`,
        found: `port ${number} needs root to bind`,
        fix: `listen on ${number + 8000}; the way in can still be ${number}`,
      })),
};
