import { byPlace, type CheckFinding, findingOf } from '../check-finding';
import { withoutIgnored } from '../ignore-comments';
import { pairServices } from './pair-services';
import type { ComposeProject } from './read/read-project';
import { readProject } from './read/read-project';
import type { Reading } from './read/reading';
import type { ComposePromise, ComposeSubject } from './rule';
import { COMPOSE_RULES } from './rules';

/** Everything that is wrong with compose files that belong together, in the order of the files. @throws Refusal */
export const checkCompose = (paths: readonly string[], bytes: Reading['bytes'], promise?: ComposePromise): readonly CheckFinding[] =>
  checkProject(readProject(paths, bytes), promise);

export const checkProject = (project: ComposeProject, promise?: ComposePromise): readonly CheckFinding[] => {
  const paired = promise === undefined ? { pairs: [], unpaired: [] } : pairServices(promise, project);
  const subject: ComposeSubject = { project, ...paired, ...(promise === undefined ? {} : { system: promise }) };
  // What cannot be read has nothing more to say: a service may miss what stands in the part that is lost.
  const rules = project.problems.length > 0 ? COMPOSE_RULES.filter(({ id }) => id === 'compose-can-be-read') : COMPOSE_RULES;
  const findings = rules.flatMap((rule) => rule.problems(subject).map((problem) => findingOf(rule, problem, problem.at)));
  const ids = COMPOSE_RULES.map(({ id }) => id);
  const left = [...project.comments].reduce<readonly CheckFinding[]>(
    (all, [file, { comments, lines }]) =>
      withoutIgnored(
        all,
        file,
        comments,
        lines.map((line) => ({ line, endLine: line })),
        ids,
      ),
    findings,
  );
  return [...new Map(left.map((one) => [`${one.file}:${one.line}:${one.column} ${one.rule} ${one.found}`, one])).values()].sort(byPlace);
};
