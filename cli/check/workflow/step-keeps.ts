import type { WorkflowExpectation } from './expectation';
import { csvFields, inputLines } from './metadata/csv-fields';
import { actionOf, type Job, type Step, type Workflow } from './read/workflow';
import type { WorkflowProblem } from './rule';

/** What of a clause about a step does not hold in a job. `open`: something there may do it in a way of its own. */
export const stepKeeps = (_: Workflow, job: Job, expectation: WorkflowExpectation, open: boolean): readonly WorkflowProblem[] => {
  const { step: wanted = '', before, input, is, has } = expectation;
  const [action = '', major] = wanted.split('@v');
  const own = job.steps.filter((step) => actionOf(step) === action);
  const [first] = own;
  if (first === undefined)
    return open ? [] : [{ at: job.at, found: `job ${job.id} has no step of ${action}`, fix: `uses: ${wanted}`, class: 'not-declared' }];
  const older = own.find((step) => majorOf(step) !== undefined && major !== undefined && (majorOf(step) as number) < Number(major));
  if (older !== undefined)
    return [
      { at: older.at, found: `${action} is of version ${majorOf(older)}, which is older than ${major}`, fix: `uses: ${wanted} or newer` },
    ];
  if (before !== undefined) {
    const later = job.steps.findIndex((step) => actionOf(step) === before);
    const isBefore = later === -1 || job.steps.indexOf(first) < later;
    return isBefore ? [] : [{ at: first.at, found: `${action} comes after ${before}`, fix: 'put it before' }];
  }
  if (input === undefined) return [];
  const values = own.map((step) => (input === 'id' ? step.id : step.with.get(input)));
  const said = values.filter((value) => value !== undefined);
  const keeps = (text: string): boolean =>
    is !== undefined
      ? bare(text) === bare(is)
      : inputLines(text).some((line) => csvFields(line).some((field) => field.trim() === has) || bare(line) === bare(has ?? ''));
  if (said.some(({ text }) => keeps(text))) return [];
  const fix = `${input}: ${is ?? has}`;
  const last = said.at(-1);
  if (last === undefined) return [{ at: (own.at(-1) as Step).at, found: `${action} is given no ${input}`, fix, class: 'not-declared' }];
  return has === undefined
    ? [{ at: last.at, found: `${input} of ${action} is ${inputLines(last.text).join(', ') || 'empty'}; the clause says ${is}`, fix }]
    : [{ at: last.at, found: `${input} of ${action} has no ${has}`, fix }];
};
/** Spaces inside an expression count for nothing. */
const bare = (text: string): string => text.replace(/\$\{\{\s*([\s\S]*?)\s*\}\}/g, '${{$1}}').trim();
/** `@v4.2.0`, or what the comment beside a pinned commit says. */
const majorOf = ({ uses, version }: Step): number | undefined => {
  const written = uses?.text.split('@')[1] ?? '';
  const [, major] = /^v?(\d{1,3})(?:\.|$)/.exec(/^[0-9a-f]{40}$/.test(written) ? (version ?? '') : written) ?? [];
  return major === undefined ? undefined : Number(major);
};
