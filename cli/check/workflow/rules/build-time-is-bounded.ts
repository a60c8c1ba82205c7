import { milliseconds } from '../../../../contracts/units';
import { demandOf } from '../../clauses-of-place';
import type { WorkflowProblem, WorkflowRule } from '../rule';

const MINUTE = 60_000;

export const buildTimeIsBounded: WorkflowRule = {
  id: 'build-time-is-bounded',
  class: 'contradicts',
  level: 'problem',
  promise: 'A job that takes longer than the contract allows the build is ended.',
  why: 'Without timeout-minutes a job that hangs runs for six hours.',
  fix: 'set timeout-minutes',
  source: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idtimeout-minutes',
  problems: ({ pairs }) =>
    pairs.flatMap(({ image: { image, promised }, looks }) => {
      const within = milliseconds(image.build.within ?? '');
      if (within === undefined) return [];
      const { ids, level } = demandOf(promised, 'image.build.within');
      return looks.flatMap(({ job: { job } }): readonly WorkflowProblem[] => {
        const minutes = Number(job.timeout?.text);
        const fix = `timeout-minutes: ${within / MINUTE}`;
        if (job.timeout === undefined)
          return [
            {
              at: job.at,
              found: `job ${job.id} has no time limit; the contract says ${image.build.within}`,
              fix,
              class: 'not-declared',
              clauses: ids,
              level,
            },
          ];
        return Number.isNaN(minutes) || minutes * MINUTE === within
          ? []
          : [
              {
                at: job.timeout.at,
                found: `job ${job.id} may take ${minutes} minutes; the contract says ${image.build.within}`,
                fix,
                clauses: ids,
                level,
              },
            ];
      });
    }),
};
