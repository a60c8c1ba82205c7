import type { Clause } from '../../cli/clauses/clause';
import type { Leaf } from '../../constructs/leaves-of';
import { clausesPage } from '../../docs/make/clauses-page';

const clause = (id: string, more: Partial<Clause> = {}): Clause => ({
  id,
  document: '001',
  section: '§1',
  says: 'It listens on 80.',
  strength: 'must',
  where: 'manifest',
  observable: 'Service web: spec.ports[0].port == 80',
  binds: ['shop.web.ports.http.number'],
  ...more,
});
const leaf = (object: string, path: string, ...reasons: Leaf['reasons']): Leaf => ({
  target: 'production',
  system: 'shop',
  object,
  path,
  value: 80,
  reasons,
});
const NUMBER = 'shop.web.ports.http.number';
const leaves = [
  leaf('Service/web', 'spec.ports[http].port', NUMBER),
  leaf('Deployment/web', 'spec.template.spec.containers[web].ports[http].containerPort', NUMBER),
  leaf('Deployment/web', 'spec.template.spec.securityContext.runAsNonRoot', { rule: 'non-root' }),
  leaf('Deployment/queue', 'spec.template.spec.securityContext.runAsNonRoot', { rule: 'non-root' }),
  leaf('Job/web-migrate-v1-0-0-abc123', 'spec.template.spec.containers[web].args[0]', 'shop.web.oneOffs.migrate.run'),
  leaf('Job/web-migrate-v1-0-0-abc123', 'spec.template.spec.containers[web].args[1]', 'shop.web.oneOffs.migrate.run'),
];
/** The last two cells of the clause's line. */
const keptBy = (one: Clause): string =>
  clausesPage({
    clauses: [one],
    leaves,
    origins: [{ said: 'departure', literal: 79, clause: 'shop.web.departed', because: 'it cannot work', at: 'shop.web', value: 80 }],
    roles: { shop: { web: { name: 'web' }, queue: { name: 'queue' } } },
    rules: {},
  })
    .split('\n')
    .find((line) => line.startsWith('| `'))
    ?.split(' | ')
    .slice(3)
    .join(' | ') ?? '';

describe('The page of clauses says of a clause', () => {
  it('about a manifest the fields that its observable names, not each that its data reaches', () => {
    expect(keptBy(clause('shop.web.port'))).toBe('manifest | `Service/web` `spec.ports[http].port` |');
  });
  it('that names a role only that one’s objects, where a rule keeps it', () => {
    expect(keptBy(clause('shop.web.user', { binds: ['rule:non-root'], observable: 'runAsNonRoot == true' }))).toBe(
      'manifest | `Deployment/web` `spec.template.spec.securityContext.runAsNonRoot`<br>by rule `non-root` |',
    );
  });
  it('that names no role all of them', () => {
    expect(keptBy(clause('shop.security.user', { binds: ['rule:non-root'], observable: 'runAsNonRoot == true' }))).toContain(
      '`Deployment/queue`',
    );
  });
  it('the items of a list once, and a job without what changes at each release', () => {
    expect(keptBy(clause('shop.migrations', { binds: ['shop.web.oneOffs.migrate.run'] }))).toBe(
      'manifest | `Job/web-migrate` `spec.template.spec.containers[web].args` |',
    );
  });
  it('kept by leaving something out the place in the data, and why', () => {
    expect(keptBy(clause('shop.web.entrypoint', { binds: ['shop.web.process.entrypoint'], note: 'Nothing <overrides> it.' }))).toBe(
      'manifest | `shop.web.process.entrypoint`<br>Nothing &lt;overrides&gt; it. |',
    );
  });
  it('that is departed from that it is', () => {
    expect(keptBy(clause('shop.web.departed'))).toContain('[deviation](deviations.md)');
  });
  it('of another kind that it is open', () => {
    expect(keptBy(clause('shop.web.cmd', { where: 'dockerfile' }))).toBe('dockerfile | open |');
  });
});
