import type { Event } from '../read/event';
import { condition } from '../read/expression';
import { knownText, type Parts, shown } from '../read/parts';
import { scopeOf } from '../read/scope';
import { actionOf, type Combination, type Job, type Step, type Workflow } from '../read/workflow';
import { actionBuild, isBuilder } from './action-build';
import type { Build, Ref } from './build';
import { isMetadata, type Metadata, metadataOf } from './metadata-steps';
import { scriptBuilds } from './script-builds';

/** What one job does to images at an event. */
export interface JobBuilds {
  readonly job: Job;
  readonly matrix: Combination;
  readonly builds: readonly Build[];
  /** Pushed by a script, whatever built it. */
  readonly pushed: readonly Ref[];
  readonly metadata: readonly Metadata[];
  /** Something here may build or push that is not read: another workflow, an action of the repository, `make`. */
  readonly isOpen: boolean;
}
/** Steps that may build or push in a way of their own. */
const OPEN_ACTIONS = /build|push|publish|release|docker|container|image|kaniko|buildah|bake|deploy|^\.\.?\//i;
const READ_ACTIONS = [
  'docker/build-push-action',
  'depot/build-push-action',
  'useblacksmith/build-push-action',
  'docker/setup-buildx-action',
  'docker/setup-qemu-action',
  'docker/setup-docker-action',
  'docker/login-action',
  'docker/metadata-action',
  'docker/scout-action',
  'jlumbroso/free-disk-space',
];
const OPEN_SCRIPT =
  /\b(?:docker[- ]compose|docker\s+buildx\s+bake|buildx\s+bake|bake|make|just|task|ko|jib|kaniko|buildah|podman|skopeo|crane|regctl|nix|earthly|dagger|pack|gradlew?|mvnw?|npm\s+run|yarn|pnpm|bazel|goreleaser|mage|invoke|tox|rake|\.\/[\w./-]+|(?:bash|sh)\s+[\w./-]+\.sh|[\w./-]+\.(?:sh|py|mjs|js|ts))\b/;
/** Tags that docker/metadata-action leaves in the environment, and manifests put together of what others pushed. */
const OWN_TAGS = /DOCKER_METADATA_OUTPUT|\bimagetools\s+create\b|\bmanifest\s+(?:create|push)\b/;

export const buildsAt = (workflow: Workflow, event: Event): readonly JobBuilds[] =>
  workflow.jobs.flatMap((job) => combinationsOf(job).flatMap((matrix) => jobAt(workflow, job, matrix, event)));

/** More than anybody has, and few enough to read for each event. */
const MOST_STEPS = 1000;
const combinationsOf = ({ matrix, steps }: Job): readonly Combination[] =>
  matrix.length * steps.length > MOST_STEPS ? ['unknown'] : matrix;

const jobAt = (workflow: Workflow, job: Job, matrix: Combination, event: Event): readonly JobBuilds[] => {
  const outputs = new Map<string, Parts>();
  const own = (step?: Step) => scopeOf(workflow, job, matrix, event, outputs, step);
  const jobRuns = job.if === undefined ? true : condition(job.if, own().lookup);
  if (jobRuns === false) return [];
  const metadata = new Map<string, Metadata>();
  const builds: Build[] = [];
  const pushed: Ref[] = [];
  const tagged: { readonly from: string; readonly to: Ref }[] = [];
  let isOpen = job.calls || matrix === 'unknown';
  for (const step of job.steps) {
    const scope = own(step);
    const stepRuns = step.if === undefined ? true : condition(step.if, scope.lookup);
    if (stepRuns === false) continue;
    const runs = stepRuns === true && jobRuns === true ? true : undefined;
    const action = actionOf(step);
    if (isMetadata(step)) {
      const made = metadataOf(workflow, step, scope);
      const id = step.id?.text;
      if (id !== undefined) {
        metadata.set(id, made);
        if (made.version !== undefined) outputs.set(`${id}.version`, made.version);
      } else metadata.set(` ${metadata.size}`, made);
    } else if (isBuilder(step)) builds.push(actionBuild(workflow, job, step, runs, scope, metadata));
    else if (step.run !== undefined) {
      const found = scriptBuilds(workflow, job, step, runs, scope);
      builds.push(...found.builds);
      pushed.push(...found.pushed);
      tagged.push(...found.tagged);
      isOpen ||= OPEN_SCRIPT.test(step.run.text) || OWN_TAGS.test(step.run.text);
    } else if (action !== undefined && OPEN_ACTIONS.test(action) && !READ_ACTIONS.includes(action)) isOpen = true;
  }
  return [
    { job, matrix, builds: builds.map((build) => withPushes(build, pushed, tagged)), pushed, metadata: [...metadata.values()], isOpen },
  ];
};
/** `docker push` of a name that `docker build -t` or `docker tag` gave the image. */
const withPushes = (build: Build, pushed: readonly Ref[], tagged: readonly { readonly from: string; readonly to: Ref }[]): Build => {
  if (build.push === true || pushed.length === 0) return build;
  const names = new Set(build.refs.map(nameOf));
  const others: Ref[] = [];
  for (const { from, to } of tagged) {
    if (!names.has(from)) continue;
    names.add(nameOf(to));
    others.push(to);
  }
  const own = pushed.filter((ref) => names.has(nameOf(ref)) && knownText(ref.repository) !== '');
  return own.length === 0
    ? build
    : { ...build, push: own.some(({ isCertain }) => isCertain) ? true : undefined, refs: own, refsAreAll: build.refsAreAll };
};
const nameOf = ({ repository, tag }: Ref): string => `${shown(repository)}${tag === undefined ? '' : `:${shown(tag)}`}`;
