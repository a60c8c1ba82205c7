import { memory, optional, optionalSecret, own, persistent, publicUrls, required, scratch, setByImage, tcp } from '../../../contracts';
import { containerWith, ending } from '../../support/container-with';
import { findingsWith, systemWith } from '../../support/findings-with';
import { cluster, laptop, settingsFor } from '../../support/target-with';

const env = {
  MODE: optional('on', 'Mode', { oneOf: ['on', 'off'] }),
  KEY: optionalSecret('Key'),
  HOME: setByImage('/app', 'Home'),
  IP: required('Own address'),
};
const api = containerWith({ env });
const conf = (content: object, need = 'required') => ({
  'postgresql.conf': { path: '/etc/pg/postgresql.conf', purpose: 'Tuning', need, content },
});
const wal = (size: string | number) => ({ format: 'name = value', settings: { max_wal_size: size } });
const volumes = { data: persistent('/data', 'Data'), tmp: scratch('/tmp', 'Temporary') };
const database = containerWith({ name: 'shop-database', ports: { http: tcp(5432, 'SQL') }, volumes });
const side = containerWith({
  name: 'shop-side',
  ports: { side: tcp(9000, 'Side') },
  health: { liveness: { check: 'tcp', port: 'side' }, readiness: { check: 'tcp', port: 'side' } },
});
const once = containerWith({ name: 'shop-once', ...ending });
const shop = systemWith({
  containers: { api, database, side, once },
  exposes: publicUrls({ site: api.ports.http }),
  given: { api: { IP: own.ip } },
  jobs: { once: { runs: once, when: '0 2 * * *' } },
  together: [{ main: api, beside: [side] }],
});
const settings = (own_: Readonly<Record<string, unknown>>, base = laptop) =>
  findingsWith({ systems: [shop], targets: [settingsFor(own_, base)] });

describe('A target’s own settings name what is there', () => {
  const rule = 'settings-name-what-is-there';

  it('everything that is there keeps it', () => {
    const all = {
      storage: { database: { data: '2Gi' } },
      replicas: { api: 2 },
      given: { api: { MODE: 'off' } },
      public: { site: 'http://localhost:8080' },
    };

    expect(settings(all)).toEqual([]);
  });
  it('what is not there breaks it', () => {
    const all = {
      public: { sites: 'http://localhost:8080' },
      storage: { database: { tmp: '2Gi' } },
      replicas: { apo: 2 },
      resources: { web: api.contract.resources },
      given: { api: { MODES: 'off', HOME: '/x' } },
    };

    expect(settings(all)).toEqual([
      { rule, at: 'here.shop.given.api.HOME', found: 'there is no variable to give HOME', fix: 'remove it; there is IP, KEY, MODE' },
      { rule, at: 'here.shop.given.api.MODES', found: 'there is no variable to give MODES', fix: 'did you mean MODE? Otherwise remove it' },
      { rule, at: 'here.shop.public.sites', found: 'there is no public URL sites', fix: 'did you mean site? Otherwise remove it' },
      { rule, at: 'here.shop.replicas.apo', found: 'there is no role apo', fix: 'did you mean api? Otherwise remove it' },
      { rule, at: 'here.shop.resources.web', found: 'there is no role web', fix: 'remove it; there is api, database, once, side' },
      {
        rule,
        at: 'here.shop.storage.database.tmp',
        found: 'there is no persistent volume tmp',
        fix: 'remove it; there is data',
      },
    ]);
  });
});

describe('A target’s own values are literals that the contract allows', () => {
  const rule = 'own-values-are-allowed';
  const giving = (values: object) => settings({ given: { api: values } });

  it('an allowed value keeps it', () => {
    expect(giving({ MODE: 'off' })).toEqual([]);
  });
  it('another value, a control character and a replaced fact break it', () => {
    expect(giving({ MODE: 'OFF', IP: '10.0.0.1' })).toEqual([
      { rule, at: 'here.shop.given.api.IP', found: 'the system gives it own.ip, which no text can replace', fix: 'remove it' },
      { rule, at: 'here.shop.given.api.MODE', found: '"OFF" is not allowed', fix: 'give one of on, off' },
    ]);
  });
  it('a secret breaks it, and no message holds it', () => {
    const findings = giving({ KEY: 'hunter2' });

    expect(findings).toEqual([
      {
        rule,
        at: 'here.shop.given.api.KEY',
        found: 'a secret is written out',
        fix: 'remove it: secrets stay with the system; what stood here is known now: change it',
      },
    ]);
  });
});

describe('Replicas are whole numbers from 1 on', () => {
  const rule = 'replicas-are-whole';
  const copies = (role: string, count: number) => settings({ replicas: { [role]: count } });

  it.each([1, 2, 50])('%i copies of a container that keeps nothing keep it', (count) => {
    expect(copies('api', count)).toEqual([]);
  });
  it('0 breaks it, and the fix says how to stop something', () => {
    expect(copies('api', 0)).toEqual([
      {
        rule,
        at: 'here.shop.replicas.api',
        found: '0 copies would be a workload that never runs',
        fix: 'write 1 or more; to stop it for a while, use `kubectl scale`; to stop it for good, take it out of its system',
      },
    ]);
  });
  it.each([-1, 1.5, 2 ** 31])('%d breaks it', (count) => {
    expect(copies('api', count)).toEqual([
      { rule, at: 'here.shop.replicas.api', found: `${count} is no number of copies`, fix: 'write a whole number from 1 on' },
    ]);
  });
  it('two copies of a container that keeps data break it, one keeps it', () => {
    expect(copies('database', 2)).toEqual([
      {
        rule,
        at: 'here.shop.replicas.database',
        found: '2 copies of database would each keep data of their own',
        fix: 'remove it; more copies need a contract whose copies elect a leader (needs.election)',
      },
    ]);
    expect(copies('database', 1)).toEqual([]);
  });
  it('who stands beside another, or ends, has no number of its own', () => {
    expect(copies('side', 2)).toEqual([
      { rule, at: 'here.shop.replicas.side', found: 'side has as many copies as api, beside which it stands', fix: 'set replicas.api' },
    ]);
    expect(copies('once', 1)).toEqual([
      {
        rule,
        at: 'here.shop.replicas.once',
        found: 'once runs to completion, one copy a run',
        fix: 'remove it; its job says when it runs',
      },
    ]);
  });
});

describe('Resources that a target gives fit', () => {
  const rule = 'own-resources-fit';
  const at = 'here.shop.resources.api';
  const giving = (requests: object, limits: object) => settings({ resources: { api: { requests, limits } } });

  it('requests up to their limits keep it', () => {
    expect(giving({ cpu: '100m', memory: '1Gi' }, { cpu: '100m', memory: '1024Mi' })).toEqual([]);
  });
  it('requests above their limits break it', () => {
    expect(giving({ cpu: '200m', memory: '1Gi' }, { cpu: '100m', memory: '1023Mi' })).toEqual([
      {
        rule,
        at: `${at}.requests.cpu`,
        found: '200m is requested, above the limit of 100m',
        fix: 'request at most 100m, or raise the limit',
      },
      {
        rule,
        at: `${at}.requests.memory`,
        found: '1Gi is requested, above the limit of 1023Mi',
        fix: 'request at most 1023Mi, or raise the limit',
      },
    ]);
  });
  it.each(['1GB', '1.5Gi', '128', '01Gi', '128mi'])('%s is no quantity', (quantity) => {
    expect(giving({ cpu: '50m', memory: '64Mi' }, { memory: quantity })).toEqual([
      { rule, at: `${at}.limits.memory`, found: `${quantity} is no quantity`, fix: 'write a whole number and its unit: 256Mi' },
    ]);
  });
  it('nothing is not enough', () => {
    expect(giving({ cpu: '0m', memory: '64Mi' }, { memory: '128Mi' })).toEqual([
      { rule, at: `${at}.requests.cpu`, found: '0m is nothing', fix: 'write what is needed: 250m' },
    ]);
  });
  it('a limit that volumes in memory fill breaks it', () => {
    const crowded = containerWith({
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '1Gi' } },
      volumes: { shm: memory('/dev/shm', 'Shared', { atMost: '256Mi' }) },
    });
    const givingMemory = (limit: string) =>
      findingsWith({
        systems: [systemWith({ containers: { api: crowded } })],
        targets: [settingsFor({ resources: { api: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: limit } } } })],
      });

    expect(givingMemory('257Mi')).toEqual([]);
    expect(givingMemory('256Mi')).toEqual([
      {
        rule,
        at: `${at}.limits.memory`,
        found: '256Mi leaves nothing beside 256Mi of volumes in memory',
        fix: 'write more than 256Mi',
      },
    ]);
  });
});

describe('A size that a target gives a volume is a quantity above nothing', () => {
  const rule = 'storage-sizes-are-usable';

  it.each([
    ['20GB', '20GB is no quantity', 'write a whole number and its unit: 20Gi'],
    ['0Gi', '0Gi is nothing', 'write what is needed: 20Gi'],
  ])('%s breaks it', (size, found, fix) => {
    expect(settings({ storage: { database: { data: size } } })).toEqual([{ rule, at: 'here.shop.storage.database.data', found, fix }]);
  });
});

describe('A volume is larger than PostgreSQL’s max_wal_size', () => {
  const rule = 'pg-wal-fits-the-volume';
  const keeping = (files: unknown, size: string, base = cluster) =>
    findingsWith({
      systems: [systemWith({ containers: { database: containerWith({ name: 'shop-database', volumes, files }) } })],
      targets: [settingsFor({ storage: { database: { data: size } } }, base)],
    });

  it('a volume of the same size breaks it', () => {
    expect(keeping(conf(wal('4GB')), '4Gi')).toEqual([
      {
        rule,
        at: 'live.shop.storage.database.data',
        found: '4Gi cannot hold max_wal_size = 4GB of database and its data',
        fix: 'give it more than 4GB, or set a smaller max_wal_size in the contract',
      },
    ]);
  });
  it.each([
    ['without a unit it counts in MB', wal(2048), '2Gi'],
    ['in quotes', wal("'2 GB'"), '2048Mi'],
    ['in a file as it is', { format: 'as it is', text: '# max_wal_size = 1MB\n max_wal_size = 2GB # enough\n' }, '2Gi'],
  ])('%s', (_, content, size) => {
    expect(keeping(conf(content), size).map((one) => one.rule)).toEqual([rule]);
    expect(keeping(conf(content), '2049Mi')).toEqual([]);
  });
  it('a file that this target does not give keeps it', () => {
    expect(keeping(conf(wal('4GB'), 'optional'), '1Gi', laptop)).toEqual([]);
    expect(keeping(conf(wal('4GB'), 'optional'), '1Gi', cluster).map((one) => one.rule)).toEqual([rule]);
  });
});

describe('A patch names one object, one field of it, and a reason', () => {
  const rule = 'patches-say-what-and-why';
  const patch = { object: 'Deployment/shop-api', at: '/spec/replicas', value: 3, because: 'A trial.' };

  it('such a patch keeps it', () => {
    expect(settings({ patches: [patch, { ...patch, at: '/metadata/labels/a~1b' }] })).toEqual([]);
  });
  it('each part that is missing is a finding', () => {
    const patches = [{ object: 'shop-api', at: 'spec.replicas', value: 3, because: ' ' }, patch, { ...patch, value: 4 }];

    expect(settings({ patches })).toEqual([
      {
        rule,
        at: 'here.shop.patches[0].at',
        found: '"spec.replicas" is no JSON pointer',
        fix: 'write the way to the field: /spec/replicas',
      },
      { rule, at: 'here.shop.patches[0].because', found: 'the patch has no reason', fix: 'say why the language cannot say it' },
      {
        rule,
        at: 'here.shop.patches[0].object',
        found: '"shop-api" names no object',
        fix: 'write its kind and name: Deployment/todo-backend',
      },
      { rule, at: 'here.shop.patches[2].at', found: 'patches[1] changes the same field', fix: 'remove one of the two' },
    ]);
  });
});
