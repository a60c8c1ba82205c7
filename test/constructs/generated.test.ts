import fc from 'fast-check';
import { libraryYaml } from '../../constructs/library-yaml';
import { reasonsOf } from '../../constructs/reasons-of';
import { type Synthesized, synthesize } from '../../constructs/synthesize';
import type { AnySystem } from '../../contracts';
import { podSecurityProblems } from '../judges/pod-security-problems';
import { schemaProblems, VERSIONS } from '../judges/schema-problems';
import { arbitrarySystem } from '../support/arbitrary-system';
import { cluster, laptop } from '../support/target-with';

const RUNS = 150;
const synthesized = (system: AnySystem): Synthesized => synthesize([system], [laptop, cluster], {});
/** Whether the system was synthesized; the property holds for it either way. */
const holdsFor = (system: AnySystem): boolean => {
  const { files, findings, systems } = synthesized(system);
  if (findings.length > 0) {
    expect(files.size).toBe(0);
    return false;
  }
  expect(files.size).toBe(2);
  expect([...files.values()]).toEqual(systems.map(({ manifests }) => manifests.map(libraryYaml).join('---\n')));
  for (const { manifests, emissions } of systems) {
    for (const manifest of manifests) {
      const emission = emissions.get(`${manifest.kind}/${manifest.metadata.name}`);
      expect(VERSIONS.flatMap((version) => schemaProblems(manifest, version))).toEqual([]);
      expect(podSecurityProblems(manifest)).toEqual([]);
      expect(
        emission === undefined ? ['no emission'] : reasonsOf(manifest, emission).filter(({ reasons }) => reasons.length === 0),
      ).toEqual([]);
    }
  }
  return true;
};

describe('Any system gets findings, or manifests that a cluster takes: never a crash, never a half', () => {
  it('valid on ten versions, restricted, each leaf with a reason', () => {
    let whole = 0;

    fc.assert(
      fc.property(arbitrarySystem, (system) => {
        if (holdsFor(system)) whole += 1;
      }),
      { numRuns: RUNS },
    );

    // A generator whose systems all break some rule would prove nothing about manifests.
    expect(whole).toBeGreaterThan(RUNS / 4);
  });
});
