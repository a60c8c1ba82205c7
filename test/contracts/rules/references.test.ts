import { generated, optional, publicUrls, required, requiredSecret, secrets, setByImage, tcp, text } from '../../../contracts';
import { containerWith } from '../../support/container-with';
import { findingsIn, findingsWith, systemWith } from '../../support/findings-with';

const env = {
  PEER: required('Peer'),
  MODE: optional(null, 'Mode'),
  LEVEL: optional('info', 'Level'),
  HOME: setByImage('/app', 'Home'),
};
const api = containerWith({ env });
const web = containerWith({ name: 'shop-web', ports: { http: tcp(3000, 'HTTP') } });
const stranger = containerWith({ name: 'shop-cache' });
const given = (value: unknown) => ({ containers: { api, web }, given: { api: { PEER: value } } });
const at = 'shop.given.api.PEER';
const rule = 'references-exist';

describe('Whatever a system refers to is in it', () => {
  it.each([
    ['a container', web.host],
    ['a port', web.ports.http],
    ['an address', web.ports.http.address],
    ['a variable with a default', api.env.LEVEL],
    ['a literal', 'shop-web'],
  ])('%s that is there keeps the rule', (_, value) => {
    expect(findingsIn(given(value))).toEqual([]);
  });

  it('a container that is not in the system breaks it', () => {
    expect(findingsIn(given(stranger.host))).toEqual([
      {
        rule,
        at,
        found: 'shop-cache (T §1) is not in shop',
        fix: 'add it to containers; there is shop-api, shop-web',
      },
    ]);
  });
  it('the container of another document is another container', () => {
    expect(findingsIn(given(containerWith({ name: 'shop-web', document: 'T §2' }).ports.http))).toEqual([
      {
        rule,
        at,
        found: 'shop-web (T §2) is not in shop',
        fix: 'refer to shop-web (T §1), which is there, or call this one something else and add it to containers',
      },
    ]);
  });
  it('a port that nobody opened breaks it', () => {
    expect(findingsIn(given(web.ports.htpp.address))).toEqual([
      { rule, at, found: 'web has no port htpp', fix: 'did you mean http? Otherwise add it to the ports of web’s contract' },
    ]);
  });
  it('a name that every JavaScript object has is no port', () => {
    expect(findingsIn(given(web.ports.constructor))).toEqual([
      { rule, at, found: 'web has no port constructor', fix: 'add it to the ports of web’s contract; there is http' },
    ]);
  });
  it('the leader of a group that elects none breaks it', () => {
    expect(findingsIn(given(web.leader.http))).toEqual([
      { rule, at, found: 'web elects no leader', fix: 'refer to its ports: web.ports.http.address' },
    ]);
  });
  it('an unknown variable breaks it', () => {
    expect(findingsIn(given(api.env.LEVLE))).toEqual([
      { rule, at, found: 'api has no variable LEVLE', fix: 'did you mean LEVEL? Otherwise add it to the env of api’s contract' },
    ]);
  });
  it('a variable that is given nothing breaks it', () => {
    expect(findingsIn(given(api.env.MODE))).toEqual([
      { rule, at, found: 'api is given no MODE, and it has no default', fix: 'give it a value: given.api.MODE' },
    ]);
  });
  it('a variable that only the image knows breaks it', () => {
    expect(findingsIn(given(api.env.HOME))).toEqual([
      { rule, at, found: 'api has HOME from its image, where nobody else can read it', fix: 'write its value out' },
    ]);
  });
  it('a secret and a public URL that nobody declared break it', () => {
    const containers = { api: containerWith({ env: { KEY: requiredSecret('Key'), URL: required('URL') } }) };
    const keys = secrets({ jwt: generated('Signs') }) as never as Readonly<Record<string, unknown>>;
    const urls = publicUrls({}) as never as Readonly<Record<string, unknown>>;

    expect(findingsIn({ containers, given: { api: { KEY: keys.jwk, URL: urls.site } } })).toEqual([
      { rule, at: 'shop.given.api.KEY', found: 'there is no secret jwk', fix: 'declare it in secrets' },
      { rule, at: 'shop.given.api.URL', found: 'there is no public URL site', fix: 'declare it in exposes' },
    ]);
  });

  it('one mistake in a value that several are given is one finding, where the value stands', () => {
    const values = { url: text`http://${stranger.host}:${stranger.ports.http}/${stranger.host}` };
    const two = containerWith({ name: 'shop-web', env });

    expect(
      findingsIn({ containers: { api, web: two }, values, given: { api: { PEER: values.url }, web: { PEER: text`${values.url}/x` } } }),
    ).toEqual([
      { rule, at: 'shop.values.url', found: 'shop-cache (T §1) is not in shop', fix: 'add it to containers; there is shop-api, shop-web' },
    ]);
  });

  it('exposed ports, ports that jobs wait for and talks are references too', () => {
    const job = containerWith({ env: {}, oneOffs: { tidy: { run: ['tidy'], purpose: 'Tidies' } } });

    expect(
      findingsIn({
        containers: { api: job },
        exposes: publicUrls({ site: job.ports.grpc }),
        jobs: { tidy: { runs: job.oneOffs.tidy, when: 'each release', after: [stranger.ports.http] } },
        talks: [{ from: job, to: stranger.ports.http, why: 'It asks.' }],
      }).map(({ at: place, found }) => `${place}: ${found}`),
    ).toEqual([
      'shop.exposes.site: api has no port grpc',
      'shop.jobs.tidy.after[0]: shop-cache (T §1) is not in shop',
      'shop.talks[0].to: shop-cache (T §1) is not in shop',
    ]);
  });
});

describe('Containers of one name and document have one contract', () => {
  it('is not broken by a container that two systems share', () => {
    expect(findingsWith({ systems: [systemWith(), systemWith({ name: 'shop-two' })] })).toEqual([]);
  });
  it('is broken by another contract under the same name and document', () => {
    const other = systemWith({ name: 'shop-two', containers: { api: containerWith({ title: 'Another API' }) } });

    expect(findingsWith({ systems: [systemWith(), other] })).toEqual([
      {
        rule: 'one-identity-one-contract',
        at: 'shop-two.api',
        found: 'shop.api is shop-api (T §1) as well, with another contract',
        fix: 'give one of them another name or document',
      },
    ]);
  });
});
