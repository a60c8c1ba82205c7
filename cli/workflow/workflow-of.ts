import { isDeepStrictEqual } from 'node:util';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { buildArguments, buildSecrets } from './build-arguments';
import { jobOf } from './job-of';
import type { WorkflowTree } from './tree';

/** What the contracts of a system imply for its images, at the targets that pull from a registry. A text: why there is none. */
export const workflowOf = (places: readonly PlacedSystem[]): WorkflowTree | string => {
  const [first] = places;
  if (first === undefined) return 'no target pulls images from a registry\n  fix: give one images: { from: "registry", … }';
  const { workflow, name } = first.system;
  const registries = [
    ...new Set(places.flatMap(({ target: { images } }) => (images.from === 'registry' ? [images.registry.toLowerCase()] : []))),
  ];
  const built = first.containers.flatMap((container) =>
    container.contract.image.kind === 'built' ? [{ container, image: container.contract.image }] : [],
  );
  if (built.length === 0) return `${name} builds no image\n  fix: there is nothing to do`;
  const jobs: [string, ReturnType<typeof jobOf>][] = [];
  for (const { container, image } of built) {
    const given = buildArguments(first, container);
    const other = places.find((place) => !isDeepStrictEqual(buildArguments(place, containerOf(place, container)), given));
    if (other !== undefined)
      return `${container.at}: ${first.target.name} and ${other.target.name} pull one image and want it built with different arguments\n  fix: name one of them with --target`;
    const wrong = Object.entries(given).find(([, value]) => value.from === 'contract' && /[\n\r]/.test(value.value));
    if (wrong !== undefined) return `${container.at}: build argument ${wrong[0]} has a line break, which ends it\n  fix: give it one line`;
    jobs.push([`build-${container.role}`, jobOf({ container, image, workflow, registries, given, secrets: buildSecrets(container) })]);
  }
  const tests = built.some(({ image }) => image.tags.forms.test !== undefined);
  return {
    name: workflow?.name ?? `Images of ${name}`,
    on: {
      push: { branches: workflow?.branches ?? ['main'], tags: workflow?.tags ?? ['v*', ...(tests ? ['test-v*'] : [])] },
      // For the image of another branch, by hand.
      workflow_dispatch: {},
    },
    permissions: { contents: 'read' },
    concurrency: { group: '${{ github.workflow }}-${{ github.ref }}', 'cancel-in-progress': "${{ github.ref_type == 'branch' }}" },
    env: { BUILDKIT_PROGRESS: 'plain' },
    defaults: { run: { shell: 'bash' } },
    jobs: Object.fromEntries(jobs),
  };
};
const containerOf = ({ containers }: PlacedSystem, { role }: PlacedContainer): PlacedContainer =>
  containers.find((one) => one.role === role) as PlacedContainer;
