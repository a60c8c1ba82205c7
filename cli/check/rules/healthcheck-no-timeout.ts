import { healthcheckOf } from '../dockerfile/healthcheck-of';
import { type CheckRule, spotIn } from '../rule';

export const healthcheckNoTimeout: CheckRule = {
  id: 'healthcheck-no-timeout',
  class: 'defect',
  level: 'warning',
  promise: 'A health check gives up in time.',
  why: 'Three checks of 30 s each pass before a process that hangs is unhealthy.',
  fix: 'HEALTHCHECK --timeout=3s',
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  problems: ({ final }) => {
    const check = final === undefined ? undefined : healthcheckOf(final);
    return check === undefined ||
      check.timeout !== undefined ||
      !/urlopen\(|requests\.get\(/.test(check.command) ||
      /timeout\s*=/.test(check.command)
      ? []
      : [
          {
            spot: spotIn(check.step),
            found: 'neither the request nor HEALTHCHECK has a timeout, so a hanging process is found after 30 s each time',
          },
        ];
  },
};
