import { heldHere } from '../held-by';
import { lastName } from '../pair-builds';
import type { WorkflowProblem, WorkflowRule } from '../rule';

export const imagesHaveAJob: WorkflowRule = {
  id: 'images-have-a-job',
  class: 'not-declared',
  level: 'problem',
  promise: 'Each image that the contract builds has a job of its own, and one that is taken as it is published has none.',
  why: 'Manifests pull an image that nobody pushes; one job for two images pushes neither when one of them does not build.',
  fix: 'give it a job: waybill workflow prints one',
  source: 'the contract',
  problems: ({ read: { workflow }, looks, pairs, promise }) => {
    if (promise === undefined || looks.length === 0) return [];
    const { ids } = heldHere('images-have-a-job', promise.whole.clauses);
    const jobs = looks.flatMap((look) => look.jobs);
    const isOpen = jobs.some(
      (job) =>
        job.isOpen ||
        job.builds.some(({ refs, refsAreAll }) => !refsAreAll || refs.some(({ repository }) => lastName(repository) === undefined)),
    );
    const at = workflow.root.entries.get('jobs')?.at ?? workflow.root.at;
    const missing = pairs.flatMap(({ image, looks: own }): readonly WorkflowProblem[] =>
      own.length > 0 || isOpen ? [] : [{ at, found: `no job builds ${image.image.repository}`, clauses: ids }],
    );
    const shared = pairs.flatMap(({ image, looks: own }, index): readonly WorkflowProblem[] => {
      const found = own.flatMap(({ job, event, builds }) =>
        pairs
          .slice(0, index)
          .flatMap((other) =>
            other.looks.some((one) => one.job === job && one.event === event && one.builds.some(({ push }) => push !== false)) &&
            builds.some(({ push }) => push !== false)
              ? [{ job, other }]
              : [],
          ),
      )[0];
      return found === undefined
        ? []
        : [
            {
              at: found.job.job.at,
              found: `job ${found.job.job.id} builds ${found.other.image.image.repository} and ${image.image.repository}`,
              fix: 'give each a job of its own',
              class: 'contradicts',
              level: 'warning',
              clauses: ids,
            },
          ];
    });
    const published = promise.published.flatMap(({ role, repository }) => {
      const names = [repository.split('/').at(-1), `${promise.system.name}-${role}`, promise.system.contracts[role]?.name];
      return jobs
        .flatMap((job) => job.builds)
        .filter(({ push, refs }) => push === true && refs.some((ref) => names.includes(lastName(ref.repository))))
        .map(
          ({ at: place }): WorkflowProblem => ({
            at: place,
            found: `builds an image for ${role}, which the contract takes as ${repository} publishes it`,
            fix: 'take the job out',
            class: 'contradicts',
            clauses: promise.whole.clauses
              .filter(({ binds = [] }) => binds.includes(`${promise.system.name}.${role}.image.reference`))
              .map(({ id }) => id),
          }),
        );
    });
    return [...missing, ...shared, ...published];
  },
};
