import type { ShellCommand } from '../dockerfile/shell-commands';
import type { Stage } from '../dockerfile/stage';
import { allSteps, type CheckRule, spotIn } from '../rule';

const made = new WeakMap<Stage, readonly ShellCommand[]>();
/** Its calls of addgroup, looked for once. */
const groupsOf = (stage: Stage): readonly ShellCommand[] => {
  const known = made.get(stage) ?? stage.steps.flatMap(({ commands }) => commands.filter(({ words }) => words[0] === 'addgroup'));
  made.set(stage, known);
  return known;
};

export const userGidMismatch: CheckRule = {
  id: 'user-gid-mismatch',
  class: 'defect',
  level: 'warning',
  promise: 'A system user of Alpine is put into the group that was made for it.',
  why: 'BusyBox gives `adduser -S` without -G the group nogroup, so files and volumes of the intended group are not the process’s.',
  fix: 'add -G with the group',
  source: 'https://git.busybox.net/busybox/tree/loginutils/adduser.c',
  problems: (subject) =>
    allSteps(subject).flatMap((step) => {
      if (step.stage.distro !== 'alpine') return [];
      return step.commands.flatMap(({ words }) => {
        const isSystem = words[0] === 'adduser' && words.some((word) => word === '--system' || /^-[A-Za-z]*S/.test(word));
        if (!isSystem || words.some((word) => /^(?:--ingroup|--ingroup=.*|-[A-Za-z]*G.*)$/.test(word))) return [];
        const own = groupsOf(step.stage);
        const user = words.findLast((word) => !word.startsWith('-') && !/^\d+$/.test(word)) ?? '';
        const group = own
          .find((one) => one.words[0] === 'addgroup' && one.words.some((word) => /^(?:-g|--gid.*|-\w*g)$/.test(word)))
          ?.words.findLast((word) => !word.startsWith('-') && !/^\d+$/.test(word));
        // Later put into the group: then it is a member at least, and that may be what is meant.
        const joins = own.some((one) => one.words[0] === 'addgroup' && one.words.includes(user));
        return group === undefined || joins
          ? []
          : [
              {
                spot: spotIn(step, 'adduser'),
                found: `${user} gets the group nogroup (65533), and ${group} stays empty`,
                fix: `adduser … -G ${group} ${user}`,
              },
            ];
      });
    }),
};
