import { roleOf } from '../plain';
import { flatMap } from '../reading/flat-map';
import type { Rule, SystemSubject } from '../rule';

export const exposedOnce: Rule<SystemSubject> = {
  id: 'exposed-once',
  promise: 'A container has at most one public URL: the way in is named after it.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  problems: ({ at, system }) => {
    const all = Object.entries(system.exposes).map(([name, port]) => ({ name, port: port.port, role: roleOf(system, port) }));
    const firsts = new Map<string, (typeof all)[number]>();
    return flatMap(all, (one) => {
      const { name, port, role } = one;
      const first = role === undefined ? undefined : firsts.get(role);
      if (role !== undefined && first === undefined) firsts.set(role, one);
      if (first === undefined) return [];
      const found =
        first.port === port ? `${first.name} leads to port ${port} of ${role} already` : `${first.name} leads to ${role} already`;
      return [
        { at: `${at}.exposes.${name}`, found, fix: first.port === port ? `use ${first.name}` : `serve both under ${first.name}, by path` },
      ];
    });
  },
};
