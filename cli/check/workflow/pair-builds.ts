import { folderOf } from './builds/action-build';
import type { Build } from './builds/build';
import { canBe, type Parts } from './read/parts';
import type { Look, Pair, PromisedImage } from './rule';

/** The last part of a name: `ghcr.io/acme/web` -> `web`; undefined: not known. */
export const lastName = (repository: Parts): string | undefined => {
  const last = repository.at(-1);
  if (typeof last !== 'string') return undefined;
  const slash = last.lastIndexOf('/');
  if (slash !== -1) return last.slice(slash + 1).toLowerCase();
  return repository.length === 1 ? last.toLowerCase() : undefined;
};
const namesOf = ({ refs }: Build): readonly (string | undefined)[] => refs.map(({ repository }) => lastName(repository));
const hasItsArguments = ({ args }: Build, { image }: PromisedImage): boolean =>
  Object.entries(image.build.arguments ?? {}).every(([name, { fixed }]) => {
    const value = args.given.get(name)?.value;
    return fixed === undefined || value === undefined || canBe(value, fixed);
  });

/** Which build makes which image: by its name, else by the folder it is built from where no other image is. */
export const pairBuilds = (looks: readonly Look[], images: readonly PromisedImage[], wanted: readonly PromisedImage[]): readonly Pair[] => {
  const builds = looks.flatMap(({ jobs }) => jobs.flatMap((job) => job.builds));
  const places = new Set(builds.filter(({ push }) => push !== false).map(({ at }) => `${at.line}:${at.column}`));
  const named = (build: Build): PromisedImage | undefined =>
    images.find(({ image }) => namesOf(build).includes((image.repository.split('/').at(-1) ?? '').toLowerCase()));
  const owner = (build: Build): PromisedImage | undefined => {
    const byName = named(build);
    if (byName !== undefined) return byName;
    const here = images.filter(
      (one) => build.context !== undefined && folderOf(one.image.build.context) === build.context && hasItsArguments(build, one),
    );
    if (here.length === 1 && !(here[0]?.contextIsExample ?? false)) return here[0];
    // A file with one image, held to one contract, is about that one.
    const [only] = wanted;
    const isIts = only !== undefined && wanted.length === 1 && (here.length === 0 || here.includes(only));
    return isIts && places.size === 1 && build.push !== false ? only : undefined;
  };
  return wanted.map((image) => ({
    image,
    looks: looks.flatMap(({ event, jobs }) =>
      jobs.flatMap((job) => {
        const own = job.builds.filter((build) => owner(build) === image);
        return own.length === 0 ? [] : [{ event, job, builds: own }];
      }),
    ),
  }));
};
