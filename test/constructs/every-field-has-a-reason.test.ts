import { leavesOf } from '../../constructs/leaves-of';
import { RULES } from '../../constructs/rules';
import { type Synthesized, synthesize } from '../../constructs/synthesize';
import type { AnySystem, Target } from '../../contracts';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { ourSynthesis } from '../support/our-synthesis';
import { targetCalled, versionsOf } from '../support/synthesized';
import { DATABASES, withDatabase } from '../support/with-database';
import { shop } from '../systems/shop';

/** A way in that neither of our targets takes. */
const routes: Target = {
  ...targetCalled('production'),
  exposure: {
    kind: 'http-route',
    gateway: { name: 'public', namespace: 'gateways' },
    controller: { namespace: 'gateways', ports: [443] },
  },
};
/** So many copies as the load needs. */
const scaled: Target = {
  ...targetCalled('production'),
  systems: [
    ...targetCalled('production').systems,
    { system: 'todo-agents', settings: { autoscaling: { backend: { min: 2, max: 10, cpu: 70, memory: 80 } } } },
  ],
};
/** Secrets from a store, one of which pulls images. */
const stored: Target = {
  ...targetCalled('production'),
  secrets: {
    from: 'external-secrets',
    store: { kind: 'ClusterSecretStore', name: 'vault' },
    entry: '{target}/{system}',
    registryEntry: '{target}/registry',
    refreshEvery: '1h',
  },
};
/** A database by each engine, and one that begins with what an archive holds. */
const recovered = {
  ...DATABASES['cloudnative-pg'],
  recovery: { store: 'todo-backups', archive: 'todo-postgres-1', until: '2026-11-21T16:00:00Z' },
} as const;
const served = [...Object.values(DATABASES), recovered].map((database) => withDatabase(targetCalled('production'), database));
const fine = (made: Synthesized): Synthesized => {
  if (made.findings.length > 0) throw new Error(JSON.stringify(made.findings, undefined, 2));
  return made;
};
const withTheSixth: readonly AnySystem[] = [...systems, shop];
const runs = [
  ourSynthesis(),
  fine(synthesize(withTheSixth, targets, versions)),
  fine(synthesize(withTheSixth, [routes], versionsOf(routes))),
  fine(synthesize(systems, [scaled], versionsOf(scaled))),
  fine(synthesize(systems, [stored], versionsOf(stored))),
  ...served.map((target) => fine(synthesize(systems, [target], versionsOf(target)))),
];
const leaves = runs.flatMap(leavesOf);

describe('A field of a manifest', () => {
  it.each(ourSynthesis().systems.map(({ chart: { placed }, manifests }) => [placed.target.name, placed.name, manifests.length] as const))(
    'on %s, of %s, has a reason in each of %i objects',
    (target, system) => {
      const here = leavesOf(ourSynthesis()).filter((leaf) => leaf.target === target && leaf.system === system);

      expect(here.length).toBeGreaterThan(100);
      expect(here.filter(({ reasons }) => reasons.length === 0).map(({ object, path }) => `${object} ${path}`)).toEqual([]);
    },
  );
  it('has a reason also in a system of another kind, and behind an HTTPRoute', () => {
    expect(leaves.filter(({ reasons }) => reasons.length === 0).map(({ object, path }) => `${object} ${path}`)).toEqual([]);
  });
});

describe('A rule', () => {
  it('is the reason of some field', () => {
    const used = new Set(leaves.flatMap(({ reasons }) => reasons.flatMap((why) => (typeof why === 'string' ? [] : [why.rule]))));

    expect(Object.keys(RULES).filter((id) => !(used as ReadonlySet<string>).has(id))).toEqual([]);
  });
});
