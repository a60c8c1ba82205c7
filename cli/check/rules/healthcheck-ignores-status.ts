import { healthcheckOf } from '../dockerfile/healthcheck-of';
import { shellCommands } from '../dockerfile/shell-commands';
import { type CheckRule, spotIn } from '../rule';

export const healthcheckIgnoresStatus: CheckRule = {
  id: 'healthcheck-ignores-status',
  class: 'defect',
  level: 'problem',
  promise: 'The health check fails when the answer is an error.',
  why: 'A process that answers every request with 500 stays healthy, and nobody restarts it.',
  fix: 'fail on an error status',
  source: 'https://curl.se/docs/manpage.html#-f',
  problems: ({ final }) => {
    const check = final === undefined ? undefined : healthcheckOf(final);
    if (check === undefined) return [];
    const { command, step } = check;
    if (/requests\.(?:get|head)\(/.test(command) && !/raise_for_status|status_code|\.ok\b/.test(command))
      return [
        {
          spot: spotIn(step, 'requests.'),
          found: 'requests takes an answer of 500 for healthy',
          fix: 'raise_for_status(), or urllib.request.urlopen, which raises by itself',
        },
      ];
    const curl = shellCommands({ text: command, heredocs: [], ...(check.words === undefined ? {} : { json: check.words }) }).find(
      ({ words }) => words[0] === 'curl',
    );
    return curl === undefined ||
      /[|]\s*(?:grep|jq|sed|awk)|http_code|\$\(/.test(command) ||
      curl.words.some((word) => /^-[A-Za-z]*f/.test(word) || word.startsWith('--fail')) ||
      !curl.words.some((word) => /^https?:|localhost|127\.0\.0\.1/.test(word))
      ? []
      : [{ spot: spotIn(step, 'curl'), found: 'curl takes an answer of 500 for healthy', fix: 'curl -f' }];
  },
};
