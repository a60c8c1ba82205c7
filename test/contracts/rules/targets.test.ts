import { findingsWith } from '../../support/findings-with';
import { cluster, laptop, targetWith } from '../../support/target-with';

const targets = (...all: readonly (typeof laptop)[]) => findingsWith({ targets: all });
const changed = (changes: Readonly<Record<string, unknown>>) => targets(targetWith(changes, cluster));

describe('A laptop and a cluster', () => {
  it('keep every rule', () => {
    expect(targets(laptop, cluster)).toEqual([]);
  });
});

describe('No two targets share a name or a folder', () => {
  const rule = 'targets-have-their-own-place';

  it('one name breaks it', () => {
    expect(targets(laptop, targetWith({ folder: 'there' }))).toEqual([
      { rule, at: 'here.name', found: 'two targets are called here', fix: 'call one of them something else' },
    ]);
  });
  it('one folder breaks it, also in other letters', () => {
    expect(targets(cluster, targetWith({ name: 'test', folder: 'Live' }))).toEqual([
      { rule, at: 'test.folder', found: 'live writes to Live as well', fix: 'write a folder of its own: test' },
    ]);
    expect(targets(laptop, targetWith({ name: 'test' }))).toEqual([
      { rule, at: 'test.folder', found: 'here writes to the output folder itself as well', fix: 'write a folder of its own: test' },
    ]);
  });
});

describe('A target’s name is a label and its folder one plain name', () => {
  const rule = 'target-names-are-plain';

  it.each([
    ['..', 'a-name'],
    ['../up', 'up'],
    ['a/b', 'a-b'],
    ['/abs', 'abs'],
    ['.hidden', 'hidden'],
    ['C:\\x', 'c-x'],
    ['a b', 'a-b'],
    ['live.k8s.yaml', 'live-k8s-yaml'],
  ])('the folder %j breaks it', (folder, better) => {
    expect(changed({ folder })).toEqual([
      {
        rule,
        at: 'live.folder',
        found: `${JSON.stringify(folder)} is not one plain name below the output folder`,
        fix: `write letters, digits, - and _ only: ${better}`,
      },
    ]);
  });
  it.each(['', 'eu-west_1', 'Production'])('the folder %j keeps it', (folder) => {
    expect(changed({ folder })).toEqual([]);
  });
  it('a name with a slash breaks it', () => {
    expect(changed({ name: 'eu/west' })).toEqual([
      { rule, at: 'eu/west.name', found: '"eu/west" is no DNS label', fix: 'call it eu-west' },
    ]);
  });
});

describe('A target’s own settings are for systems that there are', () => {
  const rule = 'placements-name-systems-once';
  const placing = (...names: string[]) => changed({ systems: names.map((system) => ({ system, settings: {} })) });

  it('each once keeps it', () => {
    expect(placing('shop')).toEqual([]);
  });
  it('an unknown one and one twice break it', () => {
    expect(placing('shop', 'shpo', 'shop')).toEqual([
      { rule, at: 'live.shop', found: 'live has settings for shop twice', fix: 'put them into one' },
      {
        rule,
        at: 'live.shpo',
        found: 'there is no system shpo',
        fix: 'did you mean shop? Otherwise list it in systems/index.ts, or remove it',
      },
    ]);
  });
});

describe('A target’s figures are usable', () => {
  const rule = 'target-figures-are-usable';

  it('each that is not is a finding', () => {
    const changes = {
      replicas: { alike: 0, elected: 2.5 },
      storage: { ...cluster.storage, size: '20GB' },
      disk: { logs: '0Mi' },
      dns: { namespace: 'kube-system', ports: [53, 0] },
      clusterApiPorts: [65_536],
    };

    expect(changed(changes)).toEqual([
      { rule, at: 'live.clusterApiPorts[0]', found: '65536 is no port', fix: 'write a whole number from 1 to 65535' },
      { rule, at: 'live.disk.logs', found: '0Mi is nothing', fix: 'write what is needed: 256Mi' },
      { rule, at: 'live.dns.ports[1]', found: '0 is no port', fix: 'write a whole number from 1 to 65535' },
      {
        rule,
        at: 'live.replicas.alike',
        found: '0 copies would be a workload that never runs',
        fix: 'write 1 or more; to stop it for a while, use `kubectl scale`; to stop it for good, take it out of its system',
      },
      { rule, at: 'live.replicas.elected', found: '2.5 is no number of copies', fix: 'write a whole number from 1 on' },
      { rule, at: 'live.storage.size', found: '20GB is no quantity', fix: 'write a whole number and its unit: 20Gi' },
    ]);
  });
});

describe('A registry is what stands before an image’s name', () => {
  const from = (registry: string) => changed({ images: { from: 'registry', registry } });

  it.each(['ghcr.io/yourorg', 'localhost:5000', 'registry.example.com/a/b_c', 'yourorg'])('%s keeps it', (registry) => {
    expect(from(registry)).toEqual([]);
  });
  it.each(['https://ghcr.io/yourorg', 'ghcr.io/yourorg/', 'ghcr.io/YourOrg', '', 'ghcr.io/a b', 'ghcr.io//a'])(
    '%j breaks it',
    (registry) => {
      expect(from(registry)).toEqual([
        {
          rule: 'registries-are-image-prefixes',
          at: 'live.images.registry',
          found: `${JSON.stringify(registry)} cannot stand before an image’s name`,
          fix: 'write host and owner alone, like ghcr.io/yourorg',
        },
      ]);
    },
  );
});

describe('A target’s domain is one that everyone can resolve', () => {
  const under = (domain: string) => changed({ publicUrls: { kind: 'domain', domain } });

  it.each(['example.com', 'shops.example.com', 'dev'])('%s keeps it', (domain) => {
    expect(under(domain)).toEqual([]);
  });
  it.each(['https://example.com', 'example.com/', '.example.com', 'shop.local', 'local', ''])('%j breaks it', (domain) => {
    expect(under(domain)).toEqual([
      {
        rule: 'domains-are-public',
        at: 'live.publicUrls.domain',
        found: `${JSON.stringify(domain)} is no public domain`,
        fix: 'write the domain alone, like example.com',
      },
    ]);
  });
});
