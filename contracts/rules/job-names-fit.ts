import { splitReference } from '../place';
import type { PlainContract, PlainJob, PlainSystem } from '../plain';
import { asDnsLabel } from '../reading/as-dns-label';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { isDnsLabel } from '../reading/names';
import type { Problem, Rule, SystemSubject } from '../rule';

const LONGEST_JOB = 63;
/** The pods of a CronJob have a time and a suffix behind its name. */
const LONGEST_CRON_JOB = 52;
const CHECKSUM = 6;
/** Of a tag, that many characters are part of a name. */
const LONGEST_TAG = 24;

export const jobNamesFit: Rule<SystemSubject> = {
  id: 'job-names-fit',
  promise: 'A job’s name is a DNS label, and fits behind its container’s name and before the tag and checksum of a release.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#writing-a-job-spec',
  problems: ({ at, system }) =>
    flatMap(system.jobs, (job, index) => [
      ...formProblem(at, job),
      ...lengthProblem(at, system, job),
      ...twinProblem(at, system, job, index),
    ]),
};

const formProblem = (at: string, { name }: PlainJob): readonly Problem[] =>
  isDnsLabel(name) ? [] : [{ at: `${at}.jobs.${name}`, found: 'the name is no DNS label', fix: `call it ${asDnsLabel(name)}` }];

const lengthProblem = (at: string, system: PlainSystem, job: PlainJob): readonly Problem[] => {
  const contract = entryOf(system.contracts, job.role);
  if (contract === undefined) return [];
  const name = objectName(contract, job);
  const left = (job.when === 'each release' ? LONGEST_JOB - behind(contract) : LONGEST_CRON_JOB) - name.length;
  return left >= 0
    ? []
    : [
        {
          at: `${at}.jobs.${job.name}`,
          found: `${name}${job.when === 'each release' ? ' with a tag and a checksum' : ''} is ${-left} characters too long`,
          fix: 'shorten the name of the job or of its container',
        },
      ];
};
const twinProblem = (at: string, system: PlainSystem, job: PlainJob, index: number): readonly Problem[] => {
  const nameOf = (one: PlainJob) => {
    const contract = entryOf(system.contracts, one.role);
    return contract === undefined || one.oneOff === undefined ? undefined : objectName(contract, one);
  };
  const name = nameOf(job);
  const twin = name === undefined ? undefined : system.jobs.slice(0, index).find((other) => nameOf(other) === name);
  return twin === undefined
    ? []
    : [{ at: `${at}.jobs.${job.name}`, found: `${twin.name} would be called ${name} as well`, fix: 'call one of them something else' }];
};
const objectName = ({ name }: PlainContract, job: PlainJob): string => (job.oneOff === undefined ? name : `${name}-${job.name}`);
/** `-v10-10-100-abcdef`; longer where the policy has longer tags. */
const behind = ({ image }: PlainContract): number => {
  const tag =
    image.kind === 'published'
      ? splitReference(image.reference).tag.length
      : Object.keys(image.tags.forms).length === 1
        ? 'v10-10-100'.length
        : LONGEST_TAG;
  return `-${'t'.repeat(Math.min(tag, LONGEST_TAG))}-`.length + CHECKSUM;
};
