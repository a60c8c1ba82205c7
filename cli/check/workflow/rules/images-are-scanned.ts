import { demandOf } from '../../clauses-of-place';
import { heldHere } from '../held-by';
import { actionOf, type Step } from '../read/workflow';
import type { WorkflowProblem, WorkflowRule } from '../rule';

const SCANNER =
  /trivy|grype|scan-action|scout|snyk|clair|anchore|sysdig|prisma-?cloud|twistcli|\bwiz|aqua-?security|container-scan|image-scan|docker\s+scan|kubescape|neuvector/i;
const SCOUT = /docker\/scout-action|docker[- ]scout/i;
/** Of a tool that nobody here knows. */
const NONE = /(?!)/;
const saysOf = (step: Step): string => `${actionOf(step) ?? ''} ${step.run?.text ?? ''}`;

export const imagesAreScanned: WorkflowRule = {
  id: 'images-are-scanned',
  class: 'not-declared',
  level: 'problem',
  promise: 'What looks for known vulnerabilities runs on the image, where a clause demands it by the tool that it names.',
  why: 'A known hole in a base image is found by somebody else.',
  fix: 'scan the image before it is pushed; waybill workflow prints the step',
  source: 'https://docs.docker.com/scout/',
  problems: ({ read: { workflow }, looks, pairs }) =>
    pairs.flatMap(({ image, looks: own }): readonly WorkflowProblem[] => {
      const [first] = own;
      if (first === undefined) return [];
      const { ids, level } = heldHere('images-are-scanned', image.promised.clauses);
      const bound = image.image.scan === undefined ? undefined : demandOf(image.promised, 'image.scan');
      const clauses = [...ids, ...(bound?.ids ?? [])];
      if (clauses.length === 0 && !(bound?.isDemanded ?? false)) return [];
      const isOpen = looks.some(({ jobs }) => jobs.some(({ job }) => job.calls)) || own.some(({ job }) => job.isOpen);
      const wanted = image.image.scan === undefined ? SCANNER : image.image.scan === 'docker scout' ? SCOUT : NONE;
      const steps = workflow.jobs.flatMap((job) => job.steps);
      if (isOpen || steps.some((step) => wanted.test(saysOf(step)))) return [];
      const at = first.builds.at(-1)?.at ?? first.job.job.at;
      return [
        {
          at,
          found: `nothing looks for known vulnerabilities in ${image.image.repository}${image.image.scan === undefined ? '' : ` by ${image.image.scan}`}`,
          clauses,
          level: bound?.level ?? level,
        },
      ];
    }),
};
