import type { BuiltImage } from '../../contracts/image';
import type { PlacedContainer } from '../../contracts/placed';
import type { Plain, PlainSystem } from '../../contracts/plain';
import { milliseconds } from '../../contracts/units';
import { pinned } from './actions';
import type { ArgumentValue } from './build-arguments';
import { argumentLines, givenStep } from './given-to-build';
import { literal } from './literal';
import { loginStep } from './login-step';
import { dockerStep, scanStep, sizeStep } from './proof-steps';
import { neverTwice, tagGuard } from './tag-guard';
import { tagLines } from './tag-lines';
import type { JobTree, StepTree } from './tree';

/** What one job is made from. */
export interface JobFacts {
  readonly container: PlacedContainer;
  readonly image: Plain<BuiltImage>;
  readonly workflow: PlainSystem['workflow'];
  readonly registries: readonly string[];
  readonly given: Readonly<Record<string, ArgumentValue>>;
  readonly secrets: readonly string[];
}
const RUNNER = 'ubuntu-24.04';
const OWN = 'linux/amd64';
const MINUTES = 30;
const MINUTE = 60_000;
const folderOf = (context: string): string => (/^\.?\/?$/.test(context) ? '.' : `./${context.replace(/^\.\//, '').replace(/\/$/, '')}`);

/** Builds one image, looks at it, and pushes it under the tags of its policy. */
export const jobOf = ({ container: { contract }, image, workflow, registries, given, secrets }: JobFacts): JobTree => {
  const { repository, build, platforms = [OWN], tags } = image;
  const context = folderOf(build.context);
  const local = `${repository}:to-be-scanned`;
  const own = platforms.includes(OWN) ? OWN : (platforms[0] as string);
  const lines = argumentLines(given);
  const inputs = {
    context: literal(context),
    file: literal(`${context}/${build.dockerfile}`),
    ...(lines.length === 0 ? {} : { 'build-args': `${lines.join('\n')}\n` }),
    ...(secrets.length === 0 ? {} : { secrets: secrets.map((name) => `${name}=\${{ secrets.${name} }}\n`).join('') }),
  };
  const cache = { 'cache-from': `type=gha,scope=${repository}` };
  const labels = Object.entries(image.labels ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${literal(value)}`] : [],
  );
  const steps: readonly StepTree[] = [
    { uses: pinned('actions/checkout'), with: { 'persist-credentials': false } },
    ...(platforms.some((one) => one !== OWN)
      ? [
          {
            name: 'Set up QEMU, which runs the other platforms',
            uses: pinned('docker/setup-qemu-action'),
            with: { platforms: platforms.join(',') },
          },
        ]
      : []),
    { name: 'Set up Docker Buildx', uses: pinned('docker/setup-buildx-action') },
    ...dockerStep(image),
    ...[...new Set(registries.map((registry) => registry.split('/')[0] as string))].map(loginStep),
    {
      name: 'Extract metadata',
      id: 'meta',
      uses: pinned('docker/metadata-action'),
      with: {
        images:
          registries.length === 1 ? `${registries[0]}/${repository}` : registries.map((registry) => `${registry}/${repository}\n`).join(''),
        flavor: 'latest=false',
        tags: tagLines(tags, workflow)
          .map((line) => `${line}\n`)
          .join(''),
        ...(labels.length === 0 ? {} : { labels: labels.map((line) => `${line}\n`).join('') }),
      },
    },
    tagGuard(tags, workflow),
    ...(tags.immutable ? [neverTwice()] : []),
    ...givenStep(given),
    ...(build.eachStage === true
      ? build.stages.map(({ name }) => ({
          name: `Stage ${literal(name)} builds by itself`,
          uses: pinned('docker/build-push-action'),
          with: { ...inputs, target: literal(name), platforms: own, push: false, ...cache },
        }))
      : []),
    {
      name: 'Build the image to look at',
      uses: pinned('docker/build-push-action'),
      with: { ...inputs, platforms: own, load: true, tags: local, labels: '${{ steps.meta.outputs.labels }}', provenance: false, ...cache },
    },
    ...sizeStep(local, image),
    scanStep(local, image),
    {
      name: 'Build and push',
      uses: pinned('docker/build-push-action'),
      with: {
        ...inputs,
        platforms: platforms.join(','),
        push: true,
        tags: '${{ steps.meta.outputs.tags }}',
        labels: '${{ steps.meta.outputs.labels }}',
        ...cache,
        'cache-to': `type=gha,mode=max,scope=${repository}`,
        provenance: 'mode=max',
        sbom: true,
      },
    },
  ];
  return {
    name: literal(contract.name),
    'runs-on': workflow?.runsOn ?? RUNNER,
    'timeout-minutes': build.within === undefined ? MINUTES : Math.ceil((milliseconds(build.within) ?? 0) / MINUTE),
    permissions: { contents: 'read', ...(registries.some((one) => one.startsWith('ghcr.io/')) ? { packages: 'write' as const } : {}) },
    steps,
  };
};
