import { idOf, type PlainContract, type PlainSystem, type PlainTarget } from '../plain';
import type { SystemInShort } from '../rule';
import { contentOf } from './content-of';
import { settingsHere } from './settings-here';
import { urlsHere } from './urls-here';
import { versionedImage } from './versioned-image';

export const inShort = (system: PlainSystem, targets: readonly PlainTarget[], read: () => PlainSystem): SystemInShort => ({
  name: system.name,
  containers: Object.entries(system.contracts).map(([role, contract]) => ({
    role,
    id: idOf(contract),
    image: versionedImage(contract),
    kind: contract.image.kind,
  })),
  urls: urlsByTarget(system, targets),
  read,
});
const NONE: SystemInShort['urls'] = new Map();
const urlsByTarget = (system: PlainSystem, targets: readonly PlainTarget[]): SystemInShort['urls'] => {
  if (Object.keys(system.exposes).length === 0) return NONE;
  const withHosts = targets.filter(({ exposure }) => exposure.kind !== 'port-forward');
  return new Map(
    withHosts.map((target) => [target, urlsHere({ system, target, settings: settingsHere(target, system.name), versions: {} })]),
  );
};

/** A container among all, and its contract's content, read and kept at the first question: one that is used everywhere is asked for each time. */
export interface Member {
  readonly at: string;
  readonly system: string;
  readonly id: string;
  readonly kind: PlainContract['image']['kind'];
  readonly content: () => { readonly contract: string; readonly image: string };
}
export const memberOf = (system: SystemInShort, { role, id, kind }: SystemInShort['containers'][number]): Member => {
  let known: ReturnType<Member['content']> | undefined;
  return {
    at: `${system.name}.${role}`,
    system: system.name,
    id,
    kind,
    content: () => {
      const contract = known === undefined ? (system.read().contracts[role] as PlainContract) : undefined;
      known ??= { contract: contentOf(contract), image: contentOf(contract?.image) };
      return known;
    },
  };
};
