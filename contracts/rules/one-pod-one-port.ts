import type { PlainSystem, PlainTogether } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { Problem, Rule, SystemSubject } from '../rule';

export const onePodOnePort: Rule<SystemSubject> = {
  id: 'one-pod-one-port',
  promise: 'Containers that share a pod share its network: no two of them listen on one port, nor give two ports one name.',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  problems: ({ at, system }) => flatMap(system.together, (pod) => podProblems(at, system, pod)),
};
const podProblems = (at: string, { contracts }: PlainSystem, { main, beside }: PlainTogether): readonly Problem[] => {
  const ports = flatMap([...new Set([main, ...beside])], (role) =>
    Object.entries(entryOf(contracts, role)?.ports ?? {}).map(([name, { number, protocol }]) => ({ role, name, number, protocol })),
  );
  return flatMap(ports, (port, index): readonly Problem[] => {
    const others = ports.slice(0, index).filter(({ role }) => role !== port.role);
    const place = `${at}.${port.role}.ports.${port.name}`;
    const same = others.find(({ number, protocol }) => number === port.number && protocol === port.protocol);
    if (same !== undefined) {
      const found = `${same.role} in the same pod listens on ${port.protocol} port ${port.number} as well`;
      return [{ at: `${place}.number`, found, fix: 'let one of them listen on another port' }];
    }
    const namesake = others.find(({ name }) => name === port.name);
    return namesake === undefined
      ? []
      : [{ at: place, found: `${namesake.role} in the same pod has a port ${port.name} as well`, fix: 'name one of them otherwise' }];
  });
};
