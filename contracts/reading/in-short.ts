import { idOf, type PlainContract, type PlainSystem } from '../plain';
import type { SystemInShort } from '../rule';
import { contentOf } from './content-of';
import { versionedImage } from './versioned-image';

export const inShort = ({ name, contracts, exposes }: PlainSystem, read: () => PlainSystem): SystemInShort => ({
  name,
  containers: Object.entries(contracts).map(([role, contract]) => ({
    role,
    id: idOf(contract),
    image: versionedImage(contract),
    kind: contract.image.kind,
  })),
  isExposed: Object.keys(exposes).length > 0,
  read,
});

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
