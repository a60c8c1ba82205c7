import { lastOf } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const cmdShellForm: CheckRule = {
  id: 'cmd-shell-form',
  class: 'defect',
  level: 'warning',
  promise: 'CMD and ENTRYPOINT are in exec form.',
  why: 'sh passes no signals on: the process learns nothing of SIGTERM and is killed after the grace period.',
  fix: 'write it as a list of words',
  source: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  problems: ({ final }) =>
    final === undefined
      ? []
      : ['ENTRYPOINT', 'CMD'].flatMap((keyword) => {
          const step = lastOf(final, keyword);
          const text = step?.instruction.text ?? '';
          return step === undefined ||
            step.stage !== final ||
            step.instruction.json !== undefined ||
            text === '' ||
            // What is behind the last exec takes the place of sh.
            /(?:^|[;&]\s*)exec\s+[^;&|]*$|^\[/.test(text.replace(/"[^"]*"|'[^']*'/g, '_')) ||
            final.chain.some(({ instruction }) => instruction.keyword === 'SHELL') ||
            (keyword === 'CMD' && lastOf(final, 'ENTRYPOINT') !== undefined)
            ? []
            : [{ spot: spotIn(step), found: `${keyword} in shell form: sh is process 1` }];
        }),
};
