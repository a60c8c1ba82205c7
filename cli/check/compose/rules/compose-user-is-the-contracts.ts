import { contradiction } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule } from '../rule';
import { shown } from '../shown';
import { comparedPairs } from '../wanted-pairs';

export const composeUserIsTheContracts: ComposeRule = {
  id: 'compose-user-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'Where a service says who it runs as, it is the user and group of the contract.',
  why: 'Files on a volume belong to another than in the cluster, and as root everything works on the laptop that a cluster refuses.',
  fix: 'name the user of the contract, or leave it to the image',
  source: 'the contract',
  problems: (subject) =>
    comparedPairs(subject).flatMap(({ promised, service: { user } }): readonly ComposeProblem[] => {
      if (user === undefined || !isKnown(user.text)) return [];
      const wanted = promised.contract.user;
      const [name = '', group] = user.text.split(':');
      const fix = `user: "${wanted.uid}:${wanted.gid}"`;
      const differs = (what: 'uid' | 'gid', text: string | undefined): readonly ComposeProblem[] =>
        text === undefined || !/^\d+$/.test(text) || Number(text) === wanted[what]
          ? []
          : [contradiction(promised, `user.${what}`, user.at, `it runs with ${what} ${text}; the contract says ${wanted[what]}`, fix)];
      const isNamed = name !== '' && !/^\d+$/.test(name) && name !== wanted.name && (wanted.name !== undefined || name === 'root');
      return isNamed
        ? [contradiction(promised, 'user.name', user.at, `it runs as ${shown(user)}; the contract says ${wanted.name ?? wanted.uid}`, fix)]
        : [...differs('uid', name), ...differs('gid', group)];
    }),
};
