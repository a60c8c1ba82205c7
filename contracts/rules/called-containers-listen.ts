import { type AnySource, type PlainSystem, roleOf } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { missing } from '../reading/missing';
import { usesIn } from '../reading/uses-in';
import type { Problem, Rule, SystemSubject } from '../rule';

export const calledContainersListen: Rule<SystemSubject> = {
  id: 'called-containers-listen',
  promise: 'Who is called by others keeps running and has a port; of a group that elects a leader, the port its leader serves.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  problems: ({ at, system }) => [
    ...flatMap(usesIn(system), (use) => callProblem(system, use.at, use.source, use.role)),
    ...flatMap(system.talks, ({ from, to }, index) => callProblem(system, `${at}.talks[${index}].to`, to, from)),
    ...flatMap(system.jobs, ({ name, role, after }) =>
      flatMap(after, (port, index) => callProblem(system, `${at}.jobs.${name}.after[${index}]`, port, role)),
    ),
  ],
};

const callProblem = (system: PlainSystem, at: string, source: AnySource, by: string | undefined): readonly Problem[] => {
  if (source.from !== 'host' && source.from !== 'address' && source.from !== 'port') return [];
  const role = roleOf(system, source);
  const contract = entryOf(system.contracts, role ?? '');
  if (role === undefined || contract === undefined || role === by || missing(system, source) !== undefined) return [];
  if (contract.runs === 'to completion') {
    return [{ at, found: `${role} runs to completion, so nobody can call it`, fix: 'call a container that keeps running' }];
  }
  if (Object.keys(contract.ports ?? {}).length === 0) {
    return [{ at, found: `${role} has no port, so its name leads nowhere`, fix: `add the port to ${role}’s contract` }];
  }
  const serves = contract.needs?.election?.serves;
  // A bare port number in a value of the system may be the group's own.
  const isCall = source.from !== 'host' && !(source.from === 'port' && by === undefined);
  return serves !== undefined && isCall && source.port !== serves
    ? [{ at, found: `others reach only port ${serves} of ${role}, not ${source.port}`, fix: `refer to ${serves}` }]
    : [];
};
