import type { BuildFact } from '../../contracts/image';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { isSource, type PlainContract } from '../../contracts/plain';

/** Where the value of a build argument comes from. */
export type ArgumentValue =
  | { readonly from: 'contract'; readonly value: string }
  | { readonly from: 'fact'; readonly fact: BuildFact['atBuild'] }
  /** Nobody here knows it: a variable of the repository. */
  | { readonly from: 'variable' };

/** What the workflow gives the build. BuildKit gives the automatic ones, the Dockerfile has the defaults of the others. */
export const buildArguments = (
  { urls }: Pick<PlacedSystem, 'urls'>,
  { contract, given }: Pick<PlacedContainer, 'contract' | 'given'>,
): Readonly<Record<string, ArgumentValue>> => {
  if (contract.image.kind !== 'built') return {};
  const rows = Object.entries(contract.image.build.arguments ?? {}).flatMap(([name, argument]): [string, ArgumentValue][] => {
    if (argument.need === 'automatic' || isSecret(contract, name)) return [];
    if (argument.fact !== undefined) return [[name, { from: 'fact', fact: argument.fact.atBuild }]];
    const value = argument.fixed ?? (isBaked(contract, name) ? plainValue(urls, given[name]?.value) : undefined);
    if (value !== undefined) return [[name, { from: 'contract', value }]];
    return argument.need === 'required' ? [[name, { from: 'variable' }]] : [];
  });
  return Object.fromEntries(rows);
};
/** A secret in a build argument stays in the image's history: it is mounted instead. */
export const buildSecrets = ({ contract }: Pick<PlacedContainer, 'contract'>): readonly string[] =>
  contract.image.kind !== 'built' ? [] : Object.keys(contract.image.build.arguments ?? {}).filter((name) => isSecret(contract, name));

const isSecret = ({ env = {} }: PlainContract, name: string): boolean => /secret$/.test(env[name]?.need ?? '');
const isBaked = ({ env = {} }: PlainContract, name: string): boolean => env[name]?.need === 'at build' || env[name]?.alsoAtBuild === true;
const plainValue = (urls: PlacedSystem['urls'], value: PlacedContainer['given'][string]['value'] | undefined): string | undefined => {
  if (!isSource(value)) return value;
  return value.from === 'public URL' ? urls[value.url]?.value : undefined;
};
