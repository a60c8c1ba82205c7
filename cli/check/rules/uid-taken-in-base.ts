import { afterCommand } from '../dockerfile/accounts';
import { baseFacts } from '../dockerfile/base-facts';
import { expand } from '../dockerfile/expand';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const uidTakenInBase: CheckRule = {
  id: 'uid-taken-in-base',
  class: 'defect',
  level: 'problem',
  promise: 'A new user gets a number that no user of the base image has.',
  why: 'adduser and useradd end with "uid in use" and the build with them.',
  fix: 'take another uid, or delete the user that has it',
  source: 'https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#non-root-user',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      let accounts = stage.parent?.accounts ?? baseFacts(stage.root).accounts;
      return stage.steps.flatMap((step) =>
        step.commands.flatMap((command): readonly Problem[] => {
          const before = accounts;
          const words = command.words.map((word) => expand(word, step.variables, '\\') ?? word);
          accounts = afterCommand(accounts, { ...command, words }, stage.distro);
          if (
            !/^(?:adduser|useradd)$/.test(words[0] ?? '') ||
            !command.isCertain ||
            words.some((word) => /^(?:-o|--non-unique)$/.test(word))
          )
            return [];
          const made = [...accounts.users].find(([name]) => !before.users.has(name));
          const uid = made?.[1].uid;
          const [holder] = [...before.users].find(([, account]) => uid !== undefined && account.uid === uid) ?? [];
          return holder === undefined || made === undefined
            ? []
            : [
                {
                  spot: spotIn(step, String(uid)),
                  found: `uid ${uid} for ${made[0]} is ${holder}'s already`,
                  fix: `deluser ${holder} before, or take another uid`,
                },
              ];
        }),
      );
    }),
};
