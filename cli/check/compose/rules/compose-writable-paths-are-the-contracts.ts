import { contradiction } from '../problem-at';
import type { ComposeService } from '../read/compose-service';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composeWritablePathsAreTheContracts: ComposeRule = {
  id: 'compose-writable-paths-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'The root is read-only where the file says so, and what the contract lets the process write to is writable.',
  why: 'A write to a read-only path ends the process (EROFS); a writable root hides on the laptop the write that fails in the cluster.',
  fix: 'read_only: true, with tmpfs or a volume for each writable path',
  source: 'the contract',
  problems: (subject) =>
    comparedPairs(subject).flatMap(({ promised, service }): readonly ComposeProblem[] => {
      const { readOnly } = service;
      if (readOnly === undefined || service.isOpen) return [];
      if (readOnly.text === 'false')
        return [
          {
            ...contradiction(
              promised,
              'volumes',
              readOnly.at,
              'the root is said to be writable; the contract has it read-only',
              'read_only: true',
            ),
            level: 'warning',
          },
        ];
      if (readOnly.text !== 'true') return [];
      return Object.entries(promised.contract.volumes ?? {}).flatMap(([name, { path, need }]): readonly ComposeProblem[] => {
        const place = `volumes.${name}.path`;
        if (path === '/dev/shm' || isUnknownSomewhere(service)) return [];
        const mount = mountOver(service, path);
        if (mount === undefined)
          return [
            {
              ...contradiction(
                promised,
                place,
                readOnly.at,
                `the root is read-only and nothing is mounted at ${path}, which the process writes to`,
                `tmpfs: [${path}]`,
              ),
              class: 'not-declared',
              ...(need === 'recommended' ? { level: 'warning' as const } : {}),
            },
          ];
        return mount.readOnly
          ? [
              contradiction(
                promised,
                place,
                mount.at,
                `what is mounted at ${path} is read-only, and the process writes to it`,
                'mount it without ro',
              ),
            ]
          : [];
      });
    }),
};
const isUnknownSomewhere = ({ volumes, tmpfs }: ComposeService): boolean =>
  volumes.some(({ target }) => target === undefined) || tmpfs.some(({ text }) => !isKnown(text));
/** The mount with the longest path that holds this one. */
export const mountOver = ({ volumes, tmpfs }: ComposeService, path: string) =>
  [
    ...volumes.flatMap(({ target, ...rest }) => (target === undefined ? [] : [{ path: target, ...rest }])),
    ...tmpfs.map(({ text, at }) => ({ path: text, at, type: 'tmpfs' as const, readOnly: false, source: undefined })),
  ]
    .filter((mount) => mount.path.replace(/\/$/, '') === path || path.startsWith(`${mount.path.replace(/\/$/, '')}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
