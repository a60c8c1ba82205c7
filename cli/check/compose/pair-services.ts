import { normalize } from 'node:path/posix';
import { imageName } from '../dockerfile/image-name';
import type { Promised } from '../rule';
import type { ComposeService } from './read/compose-service';
import { isKnown } from './read/node';
import type { ComposeProject } from './read/read-project';
import type { ComposePromise, Pair, Unpaired } from './rule';

type Container = Promised & { readonly role: string };
const lastPart = (repository: string): string => repository.slice(repository.lastIndexOf('/') + 1);

/** The repository of an image whose tag alone may be unknown. */
export const repositoryOf = (image: string): string | undefined => {
  const { repository } = imageName(image);
  return repository !== '' && isKnown(repository) ? repository : undefined;
};
export const repositoryOfContract = ({ contract: { image } }: Promised): string =>
  image.kind === 'built' ? image.repository : imageName(image.reference).repository;
/** Of a built image the registry is the place's own affair. */
export const isImageOf = (container: Promised, image: string): boolean => {
  const repository = repositoryOf(image);
  const wanted = repositoryOfContract(container);
  return (
    repository !== undefined &&
    (repository === wanted || (container.contract.image.kind === 'built' && lastPart(repository) === lastPart(wanted)))
  );
};
const clean = (path: string): string =>
  normalize(path)
    .replace(/\/$/, '')
    .replace(/^\.\/?/, '') || '.';
/** Both count from the repository's root; a file further down may count from where it lies. */
export const isContextOf = ({ contract: { image } }: Promised, context: string, folder: string): boolean => {
  if (image.kind !== 'built') return false;
  const wanted = clean(image.build.context);
  return clean(context) === wanted || (folder !== '' && clean(context) === clean(`${folder}/${wanted}`));
};

const fixedOf = ({ contract: { image } }: Container): readonly (readonly [string, string])[] =>
  image.kind !== 'built'
    ? []
    : Object.entries(image.build.arguments ?? {}).flatMap(([name, { fixed }]) => (fixed === undefined ? [] : [[name, fixed] as const]));
const likeness = (container: Container, service: ComposeService, folder: string, all: readonly Container[]): number => {
  const { image, build, containerName, name } = service;
  const { contract, role } = container;
  // One Dockerfile makes several images; an argument says which.
  const isOther = all.some(
    (other) =>
      other !== container &&
      fixedOf(other).some(
        ([name, fixed]) =>
          build?.args.get(name)?.value === fixed && fixedOf(container).some(([own, value]) => own === name && value !== fixed),
      ),
  );
  if (isOther) return 0;
  const context = build?.context?.text;
  return (
    (image !== undefined && isImageOf(container, image.text) ? 16 : 0) +
    (context !== undefined && isKnown(context) && isContextOf(container, context, folder) ? 8 : 0) +
    (name === contract.name || containerName?.text === contract.name ? 4 : 0) +
    (name === role ? 4 : 0)
  );
};

/** Which service is which container: by image, build, contract's name or role; where two are as likely, neither. */
export const pairServices = (
  { containers, wanted }: ComposePromise,
  project: ComposeProject,
): { readonly pairs: readonly Pair[]; readonly unpaired: readonly Unpaired[] } => {
  const folder = project.path.includes('/') ? project.path.slice(0, project.path.lastIndexOf('/')) : '';
  const services = [...project.services.values()];
  const rated = containers.map((container) => {
    const scores = services
      .map((service) => ({ service, score: likeness(container, service, folder, containers) }))
      .filter(({ score }) => score > 0);
    const best = Math.max(0, ...scores.map(({ score }) => score));
    return { container, best, candidates: scores.filter(({ score }) => score === best).map(({ service }) => service) };
  });
  const sole = rated.filter(({ candidates }) => candidates.length === 1);
  // A service is one container; the likelier keeps it.
  const kept = sole.filter(
    (one) => !sole.some((other) => other !== one && other.candidates[0] === one.candidates[0] && other.best >= one.best),
  );
  const pairs = kept.map(({ container, candidates: [service] }) => ({
    role: container.role,
    promised: container,
    service: service as ComposeService,
  }));
  const taken = new Set(pairs.map(({ service }) => service));
  const unpaired = rated
    .filter(({ container }) => wanted.includes(container.role) && !pairs.some(({ role }) => role === container.role))
    .map(({ container, candidates }) => ({
      role: container.role,
      promised: container,
      candidates: candidates.filter((service) => !taken.has(service)),
    }));
  return { pairs, unpaired };
};
/** How well a file fits a system, where nobody says which it is of. */
export const fitOf = (promise: ComposePromise, project: ComposeProject): number => {
  const folder = project.path.includes('/') ? project.path.slice(0, project.path.lastIndexOf('/')) : '';
  return pairServices(promise, project).pairs.reduce(
    (sum, { promised, service }) => sum + likeness(promised as Container, service, folder, promise.containers),
    0,
  );
};
/** Each image that the team builds is run by some service of the file. */
export const hasAllImages = ({ containers }: ComposePromise, project: ComposeProject): boolean => {
  const built = containers.filter(({ contract: { image } }) => image.kind === 'built');
  const images = [...project.services.values()].flatMap(({ image }) => image?.text ?? []);
  return built.length > 0 && built.every((container) => images.some((image) => isImageOf(container, image)));
};
