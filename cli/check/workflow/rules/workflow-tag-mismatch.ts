import { tagOf } from '../read/event';
import { canBe, shown } from '../read/parts';
import { type Pair, pushesOf, type WorkflowProblem, type WorkflowRule, type WorkflowSubject } from '../rule';

export const workflowTagMismatch: WorkflowRule = {
  id: 'workflow-tag-mismatch',
  class: 'contradicts',
  level: 'problem',
  promise: 'For a pushed version tag the workflow pushes the tag that manifests pull.',
  why: 'The release is built and pushed, and every pod that should run it ends in ImagePullBackOff.',
  fix: 'type=semver,pattern=v{{version}}',
  source: 'https://github.com/docker/metadata-action#typesemver',
  problems: (subject) => subject.pairs.flatMap((pair) => mismatches(subject, pair)),
};
const mismatches = ({ started, read: { workflow } }: WorkflowSubject, pair: Pair): readonly WorkflowProblem[] => {
  const { image, looks } = pair;
  const clauses = image.promised.clauses
    .filter(({ strength, binds = [] }) => strength === 'must' && binds.includes(`${image.promised.at}.image.tags.forms.version`))
    .map(({ id }) => id);
  if (looks.length > 0 && started.byVersion === false)
    return [
      {
        at: workflow.on?.at ?? workflow.root.at,
        found: `nothing here runs for a pushed version tag, and manifests pull ${image.pulled[0]?.tag ?? 'one'}`,
        fix: "on: push: tags: ['v*']",
        class: 'not-declared',
        clauses,
      },
    ];
  const released = pushesOf(pair).filter(({ event }) => isVersion(tagOf(event)));
  const isOpen =
    released.some(({ build }) => !build.refsAreAll || build.runs !== true) || looks.some(({ job }) => job.isOpen || job.pushed.length > 0);
  return image.pulled.flatMap(({ target, repository, tag }): readonly WorkflowProblem[] => {
    const refs = released
      .flatMap(({ build }) => build.refs)
      .filter((ref) => lastOf(shown(ref.repository)) === lastOf(repository) || canBe(ref.repository, repository.toLowerCase()));
    const [first] = refs;
    if (first === undefined || isOpen || refs.some((ref) => canBe(ref.tag ?? ['latest'], tag))) return [];
    const version = released.map(({ event }) => tagOf(event))[0];
    return [
      {
        at: first.at,
        found: `for the git tag ${version} it pushes ${[...new Set(refs.map((ref) => shown(ref.tag ?? ['latest'])))].join(', ')}; the manifests of ${target} pull ${tag}`,
        fix: `push ${tag}: type=semver,pattern=v{{version}}`,
        clauses,
      },
    ];
  });
};
const isVersion = (tag: string | undefined): boolean => tag !== undefined && /^v?\d/.test(tag);
const lastOf = (name: string): string => name.split('/').at(-1) ?? name;
