import { normalize } from 'node:path/posix';
import { contradiction, notDeclared } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { shownText } from '../shown';
import { comparedPairs } from '../wanted-pairs';
import { mountOver } from './compose-writable-paths-are-the-contracts';

export const composeVolumesAreTheContracts: ComposeRule = {
  id: 'compose-volumes-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'What the contract keeps lies on a volume with a name, and what it mounts on a laptop is mounted.',
  why: 'Data without a named volume is gone with the container: the next docker compose up begins with an empty database.',
  fix: 'mount a named volume at the path of the contract',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => [...kept(pair), ...mounted(subject, pair)]),
};
const kept = ({ promised, service }: Pair): readonly ComposeProblem[] => {
  if (service.isOpen || service.volumes.some(({ target, type }) => target === undefined || type === 'unknown')) return [];
  return Object.entries(promised.contract.volumes ?? {}).flatMap(([name, { kind, path }]): readonly ComposeProblem[] => {
    if (kind !== 'persistent') return [];
    const place = `volumes.${name}.path`;
    const mount = mountOver(service, path);
    const fix = `volumes: ["${name}:${path}"]`;
    if (mount === undefined)
      return [
        {
          ...contradiction(promised, place, service.at, `nothing is mounted at ${path}, where the contract keeps its data`, fix),
          class: 'not-declared',
        },
      ];
    if (mount.type === 'tmpfs') return [contradiction(promised, place, mount.at, `${path} lies in memory; the contract keeps it`, fix)];
    return mount.source === undefined && mount.type === 'volume'
      ? [
          {
            ...contradiction(promised, place, mount.at, `the volume at ${path} has no name, so the next container gets an empty one`, fix),
            level: 'warning',
          },
        ]
      : [];
  });
};
const mounted = (subject: ComposeSubject, { role, service }: Pair): readonly ComposeProblem[] => {
  const whole = subject.system?.whole;
  if (whole === undefined || service.isOpen) return [];
  const { mounts = {} } = subject.system?.system.development.containers[role] ?? {};
  const isUnknown = service.volumes.some(({ target }) => target === undefined);
  return Object.entries(mounts).flatMap(([name, { from, to }]): readonly ComposeProblem[] => {
    const place = `development.containers.${role}.mounts.${name}`;
    const own = service.volumes.find(({ target }) => target !== undefined && normalize(target).replace(/\/$/, '') === to);
    if (own === undefined)
      return isUnknown ? [] : notDeclared(whole, place, service.at, `${from} is not mounted at ${to}`, `volumes: ["${from}:${to}"]`);
    const isSame =
      own.source === undefined || !isKnown(own.source) || normalize(`./${own.source}`).endsWith(normalize(from).replace(/\/$/, ''));
    return isSame
      ? []
      : [
          contradiction(
            whole,
            place,
            own.at,
            `${shownText(own.source ?? '')} is mounted at ${to}; the contract says ${from}`,
            `${from}:${to}`,
          ),
        ];
  });
};
