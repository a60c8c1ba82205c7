import { synthesize } from '../../constructs/synthesize';
import type { Target } from '../../contracts';
import { systems } from '../../systems';
import { ourSynthesis } from '../support/our-synthesis';
import { targetCalled, versionsOf } from '../support/synthesized';
import { DATABASES, withDatabase } from '../support/with-database';

const KEEP = { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' };
const marked = (target: Target) => {
  const { systems: made, findings } = synthesize(systems, [{ ...target, dataAnnotations: KEEP }], versionsOf(target));
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return made.flatMap(({ manifests }) => manifests).filter(({ metadata }) => JSON.stringify(metadata).includes('sync-options'));
};

describe('What data would go with bears the target’s annotations for tools that delete by themselves', () => {
  it('namespaces and StatefulSets, and nothing else', () => {
    expect([...new Set(marked(targetCalled('production')).map(({ kind }) => kind))].toSorted()).toEqual(['Namespace', 'StatefulSet']);
    expect(marked(targetCalled('production'))).toHaveLength(7);
  });
  it('a database that an operator runs, whose volumes go with it', () => {
    const target = withDatabase(targetCalled('production'), DATABASES['cloudnative-pg']);

    expect(marked(target).map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toContain('Cluster/todo-postgres');
  });
  it('none where the target has none', () => {
    expect([...ourSynthesis().files.values()].join('')).not.toContain('argocd');
  });
});
