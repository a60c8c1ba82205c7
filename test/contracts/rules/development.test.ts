import { generated, optional, optionalSecret, requiredSecret, secrets, setByImage, tcp } from '../../../contracts';
import { containerWith, imageTaking } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const api = containerWith({
  image: imageTaking('URL'),
  ports: { http: tcp(8080, 'HTTP') },
  env: {
    MODE: optional('on', 'Mode', { oneOf: ['on', 'off'] }),
    KEY: requiredSecret('Key', { minLength: 20 }),
    OTHER: optionalSecret('Other'),
    HOME: setByImage('/app', 'Home'),
  },
});
const keys = secrets({ key: generated('Key', { length: 32 }) });
const findings = (development: unknown) =>
  findingsIn({ containers: { api }, secrets: keys, given: { api: { KEY: keys.key } }, development });
const standIn = {
  image: 'etcd:3.5',
  purpose: 'Records',
  command: ['etcd'],
  healthcheck: ['etcdctl', 'endpoint', 'health'],
  user: { uid: 1000, gid: 1000 },
};
const inApi = (own: object) => findings({ containers: { api: own } });
const at = (place: string) => `shop.development.${place}`;

describe('What is said of a laptop names what is there', () => {
  const rule = 'development-names-what-is-there';

  it('everything that is there keeps it', () => {
    const all = {
      containerName: 'shop-api',
      command: ['/app/api', '--reload'],
      healthcheck: 'true',
      mounts: { source: { from: './api/src', to: '/app/src', purpose: 'Source' } },
      arguments: { URL: 'http://localhost:8080' },
      given: { MODE: 'off' },
      fromDotenv: ['MODE'],
      without: ['OTHER'],
      besides: { RECORDS: 'etcd:2379' },
      publishes: ['http'],
      after: ['etcd'],
    };

    expect(
      findings({ containers: { api: all }, secrets: { key: 'twenty characters ok' }, standIns: { etcd: standIn }, jobs: 'by hand' }),
    ).toEqual([]);
  });
  it('a role or a secret that is not there breaks it', () => {
    expect(findings({ containers: { apo: {} }, secrets: { kez: 'x'.repeat(20) } })).toEqual([
      { rule, at: at('containers.apo'), found: 'there is no role apo', fix: 'did you mean api? Otherwise remove it' },
      { rule, at: at('secrets.kez'), found: 'there is no secret kez', fix: 'did you mean key? Otherwise remove it' },
    ]);
  });
  it('a variable, an argument, a port or a stand-in that is not there breaks it, and so does a secret among plain values', () => {
    const all = {
      given: { KEY: 'a key of twenty characters', HOME: '/x' },
      fromDotenv: ['OTHER'],
      without: ['HOME'],
      arguments: { URI: 'x' },
      publishes: ['https'],
      after: ['etcd'],
    };

    expect(inApi(all).map(({ rule: id, at: place, found }) => [id, place, found])).toEqual([
      [rule, at('containers.api.after.etcd'), 'there is no stand-in etcd'],
      [rule, at('containers.api.arguments.URI'), 'there is no build argument URI'],
      [rule, at('containers.api.fromDotenv.OTHER'), 'there is no plain variable OTHER'],
      [rule, at('containers.api.given.HOME'), 'there is no plain variable HOME'],
      [rule, at('containers.api.given.KEY'), 'there is no plain variable KEY'],
      [rule, at('containers.api.publishes.https'), 'there is no port https'],
      [rule, at('containers.api.without.HOME'), 'there is no variable HOME'],
    ]);
  });
  it('a variable beyond the contract that is in it, or has no usable name, breaks it', () => {
    expect(inApi({ besides: { MODE: 'on', 'A-B': 'x' } })).toEqual([
      { rule, at: at('containers.api.besides.A-B'), found: 'A-B is no name of a variable', fix: 'write letters, digits and underscores' },
      { rule, at: at('containers.api.besides.MODE'), found: 'the contract has MODE itself', fix: 'give it under given' },
    ]);
  });
  it.each(['api', 'Etcd', '1'])('a stand-in called %s breaks it', (name) => {
    expect(findings({ standIns: { [name]: standIn } })).toEqual([
      {
        rule,
        at: at(`standIns.${name}`),
        found: `${name} is the name of a container or a job, or none that a host can have`,
        fix: 'choose another name, of small letters, digits and hyphens',
      },
    ]);
  });
});

describe('A value for a laptop is one that the contract allows', () => {
  const rule = 'development-values-are-allowed';

  it('a value of the list, and a secret that is just long enough, keep it', () => {
    expect(findings({ containers: { api: { given: { MODE: 'off' } } }, secrets: { key: 'x'.repeat(20) } })).toEqual([]);
  });
  it('a value outside the list breaks it', () => {
    expect(inApi({ given: { MODE: 'of' } })).toEqual([
      { rule, at: at('containers.api.given.MODE'), found: '"of" is not allowed', fix: 'give one of on, off' },
    ]);
  });
  it('a secret that is too short breaks it, and its text is not repeated', () => {
    expect(findings({ secrets: { key: 'hunter2' } })).toEqual([
      { rule, at: at('secrets.key'), found: '7 characters, where the contract wants 20', fix: 'give at least 20 characters' },
    ]);
  });
  it.each([
    [{ containers: { api: { arguments: { URL: 'a\u0000b' } } } }, 'containers.api.arguments.URL'],
    [{ secrets: { key: `${'x'.repeat(20)}\u001b` } }, 'secrets.key'],
  ])('case %#: a control character breaks it', (development, place) => {
    expect(findings(development).map((one) => [one.rule, one.at])).toEqual([[rule, at(place)]]);
  });
});

describe('What a laptop mounts over an image lies in the repository', () => {
  const rule = 'source-mounts-stay-in-the-repository';
  const mounting = (from: string, to = '/app/src') => inApi({ mounts: { source: { from, to, purpose: 'Source' } } });

  it.each(['./api', './api/src', './a.b/c..d'])('%s keeps it', (from) => {
    expect(mounting(from)).toEqual([]);
  });
  it.each(['../api', './../api', './a/../../b', '/etc', './', './a:ro', './$HOME', 'api', './a\nb', './a\\..\\b'])(
    '%j breaks it',
    (from) => {
      expect(mounting(from)).toEqual([
        {
          rule,
          at: at('containers.api.mounts.source.from'),
          found: `${JSON.stringify(from)} is no folder below the repository`,
          fix: 'write it from the root of the repository: ./backend/app',
        },
      ]);
    },
  );
  it.each(['/', 'app', '/app/../etc', '/app:ro'])('so does a target %j', (to) => {
    expect(mounting('./api', to).map((one) => [one.rule, one.at])).toEqual([[rule, at('containers.api.mounts.source.to')]]);
  });
});
