import { demandOf, isOpen } from '../clauses-of-place';
import { runsAs } from '../dockerfile/runs-as';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const userIsTheContracts: CheckRule = {
  id: 'user-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'The container runs as the user and group of the contract, in numbers.',
  why: 'Volumes belong to the numbers of the contract; another user cannot write to them, and a restricted cluster refuses root.',
  fix: 'make the account with these numbers and name it in USER',
  source: 'the contract',
  problems: ({ final, promised, file: { escapes } }) => {
    if (promised === undefined || final === undefined) return [];
    const { user } = promised.contract;
    const actual = runsAs(final, escapes);
    if (actual === undefined) return [];
    const spot = spotIn(actual.step ?? final.from);
    const differs = (what: 'uid' | 'gid'): readonly Problem[] =>
      actual[what] === undefined || actual[what] === user[what] || isOpen(promised, `user.${what}`)
        ? []
        : [
            {
              spot,
              found: `the container runs with ${what} ${actual[what]}, the contract says ${user[what]}`,
              fix: `USER ${user.uid}:${user.gid}, and an account of these numbers`,
              clauses: demandOf(promised, `user.${what}`).ids,
            },
          ];
    const { ids, isDemanded } = demandOf(promised, 'user.name');
    const names = [...final.accounts.users].filter(([, { uid }]) => uid === actual.uid).map(([name]) => name);
    const called = actual.name ?? (actual.uid === undefined ? undefined : names.includes(user.name ?? '') ? user.name : names[0]);
    const name: readonly Problem[] =
      user.name === undefined || called === user.name || actual.step === undefined || (called === undefined && !isDemanded)
        ? []
        : called === undefined
          ? actual.uid !== undefined && final.distro !== undefined && final.accounts.users.get(user.name) === undefined
            ? [{ spot, found: `no account of the image is called ${user.name}`, class: 'not-declared', clauses: ids }]
            : []
          : [{ spot, found: `the container runs as ${called}, the contract says ${user.name}`, clauses: ids }];
    return [...name, ...differs('uid'), ...differs('gid')];
  },
};
