import type { Finding } from '../../contracts/finding';
import type { Version } from './edit-versions';
import type { KnownDigest } from './known-digests';

interface Release {
  readonly image: string;
  readonly tag: string;
  readonly digest: string | undefined;
  readonly target: string;
}
/** A tag that was one image stays that image: a registry may let it move, and a node that has the old one would keep it. */
export const otherDigest = ({ image, tag, digest, target }: Release, known: readonly KnownDigest[]): readonly Finding[] => {
  const other = known.find((one) => one.image === image && one.tag === tag && digest !== undefined && one.digest !== digest);
  return other === undefined
    ? []
    : [
        {
          at: `versions.json.${target}.${image}.tag`,
          found: `tag ${tag} already means ${other.digest} (${other.where})`,
          fix: 'release the new content under a new tag',
          rule: 'tags-keep-their-digest',
        },
      ];
};
/** Without a digest, the one that the tag is known to mean: going back to a version is going back to its content. */
export const versionOf = ({ image, tag, digest }: Release, known: readonly KnownDigest[]): Version => {
  const found = digest ?? known.find((one) => one.image === image && one.tag === tag)?.digest;
  return found === undefined ? { tag } : { tag, digest: found };
};
