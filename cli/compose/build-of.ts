import { posix } from 'node:path';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { tagProblem } from '../../contracts/tags';
import { composeValue } from './compose-value';
import { asItIs, demanded } from './interpolation';
import { developmentOf } from './place-on-laptop';

type Image = PlacedContainer['contract']['image'];
type Built = Extract<Image, { readonly kind: 'built' }>;

/** What is built on a laptop is no release: of the tags the policy allows, the first that says so. */
export const localTag = ({ tags, version }: Built): string =>
  ['dev', 'dev-local'].find((tag) => tagProblem(tag, tags, 'laptop') === undefined) ?? (tags.latest === 'laptop' ? 'latest' : version);

export const imageName = ({ contract: { image } }: PlacedContainer): string =>
  image.kind === 'published' ? image.reference : `${image.repository}:${localTag(image)}`;

/** Where and with what an image is built; undefined: it is published. */
export const buildOf = (placed: PlacedSystem, container: PlacedContainer) => {
  const { image } = container.contract;
  if (image.kind === 'published') return undefined;
  const args = buildArguments(placed, container, image);
  return {
    context: below(image.build.context),
    dockerfile: asItIs(image.build.dockerfile),
    ...(args.length === 0 ? {} : { args: Object.fromEntries(args) }),
  };
};
/** `backend/` is `./backend`: with the dot nobody takes it for a URL. */
const below = (folder: string): string => {
  const path = posix.normalize(folder).replace(/\/$/, '');
  return asItIs(path === '.' || path.startsWith('../') || path.startsWith('/') ? path : `./${path}`);
};

/** Those the Dockerfile gives no default, and those with a value of this container's own. */
export const buildArguments = (placed: PlacedSystem, container: PlacedContainer, image: Built): readonly (readonly [string, string])[] =>
  Object.entries(image.build.arguments ?? {}).flatMap(([name, { need, fixed, fact, description }]): (readonly [string, string])[] => {
    const own = developmentOf(placed, container.role).arguments?.[name] ?? fixed;
    if (own !== undefined) return [[name, asItIs(own)]];
    const variable = container.contract.env?.[name];
    const given = container.given[name];
    if (given !== undefined && (variable?.need === 'at build' || variable?.alsoAtBuild === true))
      return [[name, composeValue(placed, container, given.value, given.at).text]];
    if (fact?.atBuild === 'tag') return [[name, localTag(image)]];
    return need === 'required' ? [[name, demanded(name, `${description}: set it in .env`)]] : [];
  });
