import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { versionedImage } from '../reading/versioned-image';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const digestsAreSha256: Rule<PlacedSubject> = {
  id: 'digests-are-sha256',
  promise: 'A digest is sha256 and 64 hexadecimal digits, and only an image that comes from a registry has one.',
  source: 'https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests',
  problems: ({ system: { contracts }, target, versions }) => {
    const images = new Map(Object.values(contracts).map((contract) => [versionedImage(contract), contract.image.kind]));
    return flatMap([...images], ([name, kind]): readonly Problem[] => {
      const digest = entryOf(versions, name)?.digest;
      const at = `versions.json.${target.name}.${name}.digest`;
      if (digest === undefined) return [];
      if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
        return [
          { at, found: 'the digest is not sha256: and 64 digits', fix: 'copy it from `docker buildx imagetools inspect`, or remove it' },
        ];
      }
      return kind === 'built' && target.images.from === 'this machine'
        ? [{ at, found: `an image loaded into ${target.name} has no digest, so it would not be found`, fix: 'remove the digest' }]
        : [];
    });
  },
};
