import type { Finding } from '../contracts/finding';
import type { PlacedSystem } from '../contracts/placed';
import { flatMap } from '../contracts/reading/flat-map';
import { type Manifest, nameOf } from './in-apply-order';
import { jsonPatch } from './json-patch';

export interface Patched {
  readonly manifests: readonly Manifest[];
  readonly findings: readonly Finding[];
}
type Patch = PlacedSystem['patches'][number];
const rule = 'patches-hit-something';

/** Applies the way out, by hand, to what was synthesized. A patch that no longer hits anything is a finding. */
export const patch = (placed: PlacedSystem, manifests: readonly Manifest[]): Patched => {
  const byName = new Map(manifests.map((manifest) => [nameOf(manifest), manifest]));
  const findings = flatMap(placed.patches, (one, index): Finding[] => {
    const at = `${placed.target.name}.${placed.name}.patches[${index}]`;
    const manifest = byName.get(one.object);
    if (manifest === undefined) {
      return [
        {
          at: `${at}.object`,
          found: `there is no ${one.object}`,
          fix: `name one of ${[...byName.keys()].join(', ')}, or remove the patch`,
          rule,
        },
      ];
    }
    const changed = changedBy(manifest, one);
    if (changed === undefined) {
      return [
        {
          at: `${at}.at`,
          found: `${one.at} has nothing to change in ${one.object}`,
          fix: 'name a field whose parent is there, or remove the patch',
          rule,
        },
      ];
    }
    byName.set(one.object, changed);
    return [];
  });
  return { manifests: [...byName.values()], findings };
};

const changedBy = (manifest: Manifest, { at, value }: Patch): Manifest | undefined => {
  try {
    return jsonPatch(structuredClone(manifest), at, value) as Manifest;
  } catch {
    // The library throws on a path that leads nowhere; which one is all a person needs.
    return undefined;
  }
};
