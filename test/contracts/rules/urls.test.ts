import { publicUrls, tcp } from '../../../contracts';
import { containerWith } from '../../support/container-with';
import { findingsWith, systemWith } from '../../support/findings-with';
import { cluster, laptop, settingsFor, targetWith } from '../../support/target-with';

const api = containerWith();
const shop = systemWith({ exposes: publicUrls({ site: api.ports.http }) });
const at = (site: string, base = cluster) => findingsWith({ systems: [shop], targets: [settingsFor({ public: { site } }, base)] });

describe('A public URL fits the place', () => {
  const rule = 'public-urls-fit-the-place';
  const none = 'write https:// and a host name that browsers outside can resolve';

  it('what follows from the target keeps it', () => {
    expect(findingsWith({ systems: [shop], targets: [laptop, cluster] })).toEqual([]);
  });
  it('localhost and the port’s own number keep it on a laptop', () => {
    expect(at('http://localhost:8080', laptop)).toEqual([]);
  });
  it.each([
    'http://localhost:8000',
    'http://localhost:8080/',
    'https://localhost:8080',
    'http://127.0.0.1:8080',
    'https://shop.example.com',
    '',
  ])('%j breaks it on a laptop', (url) => {
    expect(at(url, laptop)).toEqual([
      {
        rule,
        at: 'here.shop.public.site',
        found: `${JSON.stringify(url)} is not where port-forward answers`,
        fix: 'write http://localhost:8080, or leave it out',
      },
    ]);
  });
  it.each(['https://shop.example.com', 'https://a.b', 'https://xn--fsq.example'])('%s keeps it in a cluster', (url) => {
    expect(at(url)).toEqual([]);
  });
  it.each([
    ['http://shop.example.com', 'write https://shop.example.com'],
    ['https://shop.example.com/', 'write https://shop.example.com'],
    ['https://shop.example.com/api?x=1', 'write https://shop.example.com'],
    ['https://shop.example.com:8443', 'write https://shop.example.com'],
    ['https://Shop.example.com', 'write https://shop.example.com'],
    ['https://shöp.example.com', 'write https://xn--shp-tna.example.com'],
    ['https://*.example.com', none],
    ['https://localhost', none],
    ['https://shop', none],
    ['https://10.0.0.1', none],
    ['https://shop.local', none],
    ['https://shop.shop.svc', none],
    ['https://shop.shop.svc.cluster.local', none],
    ['shop.example.com', none],
    ['https://', none],
  ])('%s breaks it in a cluster', (url, fix) => {
    expect(at(url)).toEqual([
      { rule, at: 'live.shop.public.site', found: `${JSON.stringify(url)} is not https:// and a public host alone`, fix },
    ]);
  });
  it('a password in a URL is not printed', () => {
    expect(at('https://me:hunter2@shop.example.com')).toEqual([
      {
        rule,
        at: 'live.shop.public.site',
        found: '"https://…@shop.example.com" is not https:// and a public host alone',
        fix: 'write https://shop.example.com',
      },
    ]);
  });
  it('localhost is no public URL where an Ingress is the way in', () => {
    expect(findingsWith({ systems: [shop], targets: [targetWith({ publicUrls: { kind: 'localhost' } }, cluster)] })).toEqual([
      { rule, at: 'live.shop.public.site', found: '"http://localhost:8080" is not https:// and a public host alone', fix: none },
    ]);
  });
});

describe('No two things that a system exposes share a public URL', () => {
  const rule = 'public-urls-are-distinct';
  const webOn = (port: number) => containerWith({ name: 'shop-web', ports: { http: tcp(port, 'HTTP') } });
  const two = (port: number) => {
    const web = webOn(port);
    return systemWith({ containers: { api, web }, exposes: publicUrls({ api: api.ports.http, site: web.ports.http }) });
  };

  it('one port number breaks it on a laptop, two keep it', () => {
    expect(findingsWith({ systems: [two(8080)] })).toEqual([
      {
        rule,
        at: 'here.shop.public.site',
        found: 'api has http://localhost:8080 already',
        fix: 'let one of the two listen on another port',
      },
    ]);
    expect(findingsWith({ systems: [two(3000)] })).toEqual([]);
  });
  it('one host breaks it in a cluster', () => {
    const url = 'https://shop.example.com';

    expect(findingsWith({ systems: [two(8080)], targets: [settingsFor({ public: { api: url, site: url } }, cluster)] })).toEqual([
      { rule, at: 'live.shop.public.site', found: `api has ${url} already`, fix: 'give one of the two another host' },
    ]);
  });
});

describe('No two systems of a cluster share a public host', () => {
  const other = systemWith({ name: 'shop-two', exposes: publicUrls({ site: api.ports.http }) });

  it('one host in a cluster breaks it', () => {
    expect(findingsWith({ systems: [shop, other], targets: [cluster] })).toEqual([
      {
        rule: 'public-hosts-are-distinct',
        at: 'live.shop-two.public.site',
        found: 'site of shop has https://shop-api.example.com already',
        fix: 'give one of the two another host',
      },
    ]);
  });
  it('one port on a laptop keeps it: one system is forwarded at a time', () => {
    expect(findingsWith({ systems: [shop, other], targets: [laptop] })).toEqual([]);
  });
});
