import { demandOf } from '../../clauses-of-place';
import { tagOf } from '../read/event';
import { pushesOf, type WorkflowProblem, type WorkflowRule } from '../rule';

const LOOKS =
  /\b(?:imagetools|manifest)\s+inspect\b|\bcrane\s+(?:digest|manifest|ls)\b|\bskopeo\s+(?:inspect|list-tags)\b|\bregctl\s+(?:image|manifest|tag)\b|\bdocker\s+pull\b/;

export const versionsArePushedOnce: WorkflowRule = {
  id: 'versions-are-pushed-once',
  class: 'not-declared',
  level: 'problem',
  promise: 'Where the tags of the contract are immutable, something looks whether a version is there before it is pushed.',
  why: 'A git tag that is moved, or a run that is started again, replaces what already runs somewhere.',
  fix: 'end the job when docker buildx imagetools inspect finds the tag; waybill workflow prints the step',
  source: 'https://docs.docker.com/reference/cli/docker/buildx/imagetools/inspect/',
  problems: ({ pairs, read: { workflow } }) =>
    pairs.flatMap((pair) => {
      const { image, promised } = pair.image;
      const { ids, isDemanded, level } = demandOf(promised, 'image.tags.immutable');
      const pushes = pushesOf(pair).filter(({ event }) => tagOf(event) !== undefined);
      const isOpen = pair.looks.some(({ job }) => job.isOpen) || workflow.jobs.some(({ calls }) => calls);
      const isLooked = workflow.jobs.some(({ steps }) => steps.some(({ run }) => LOOKS.test(run?.text ?? '')));
      const [first] = pushes;
      if (!image.tags.immutable || !isDemanded || first === undefined || isOpen || isLooked) return [];
      const found: WorkflowProblem = {
        at: first.build.at,
        found: `nothing looks whether the version of ${image.repository} has been pushed before`,
        clauses: ids,
        level,
      };
      return [found];
    }),
};
