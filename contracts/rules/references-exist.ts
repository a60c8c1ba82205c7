import { flatMap } from '../reading/flat-map';
import { missing, missingPort } from '../reading/missing';
import { usesIn } from '../reading/uses-in';
import type { Problem, Rule, SystemSubject } from '../rule';

export const referencesExist: Rule<SystemSubject> = {
  id: 'references-exist',
  promise: 'Whatever a system refers to is in it: the very container, and its port, variable, secret or public URL.',
  source: 'Waybill’s own',
  problems: ({ at, system }) =>
    eachOnce([
      ...flatMap(usesIn(system), (use) => found(use.at, missing(system, use.source))),
      ...flatMap(Object.entries(system.exposes), ([name, port]) => found(`${at}.exposes.${name}`, missingPort(system, port))),
      ...flatMap(system.jobs, ({ name, after }) =>
        flatMap(after, (port, index) => found(`${at}.jobs.${name}.after[${index}]`, missingPort(system, port))),
      ),
      ...flatMap(system.talks, ({ to }, index) => found(`${at}.talks[${index}].to`, missing(system, to))),
    ]),
};
/** A host and a port of one container that is missing are one mistake. */
const eachOnce = (problems: readonly Problem[]): readonly Problem[] =>
  problems.length < 2 ? problems : [...new Map(problems.map((problem) => [`${problem.at} ${problem.found}`, problem])).values()];
const found = (at: string, nothing: ReturnType<typeof missing>) => (nothing === undefined ? [] : [{ at, ...nothing }]);
