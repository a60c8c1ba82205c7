import { optional, publicUrls, tcp, text, udp } from '../../../contracts';
import { containerWith, ending } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const quiet = { check: 'none', because: 'It only works off a queue.' };
const api = containerWith({ env: { PEER: optional(null, 'Peer') } });
const web = containerWith({ name: 'shop-web', ports: { http: tcp(3000, 'HTTP'), dns: udp(5353, 'Names') } });
const worker = containerWith({ name: 'shop-worker', ports: undefined, health: { liveness: quiet, readiness: quiet } });
const nightly = containerWith({ name: 'shop-nightly', ...ending, ports: { http: tcp(8080, 'HTTP') } });
const group = containerWith({
  name: 'shop-group',
  ports: { http: tcp(8080, 'HTTP'), rest: tcp(8008, 'Members') },
  needs: {
    election: {
      why: 'They elect.',
      serves: 'http',
      talks: ['rest'],
      marks: { group: 'shop' },
      group: 'shop',
      follower: { role: 'replica' },
      records: 'endpoints',
    },
  },
});
const containers = { api, web, worker, nightly, group };
const jobs = { nightly: { runs: nightly, when: '0 2 * * *' } };
const inSystem = (more: object) => findingsIn({ containers, jobs, ...more });
const at = 'shop.given.api.PEER';

describe('Who is called by others keeps running and has a port', () => {
  const rule = 'called-containers-listen';

  it.each([
    ['a container with a port', web.host],
    ['its own address', api.ports.http.address],
    ['the leader of a group', group.leader.http],
    ['a follower of a group', group.followers.http],
    ['a group, by its name alone', group.host],
  ])('%s keeps it', (_, PEER) => {
    expect(inSystem({ given: { api: { PEER } } })).toEqual([]);
  });
  it('a container without a port breaks it', () => {
    expect(inSystem({ given: { api: { PEER: text`http://${worker.host}` } } })).toEqual([
      { rule, at, found: 'worker has no port, so its name leads nowhere', fix: 'add the port to worker’s contract' },
    ]);
  });
  it('a container that runs to completion breaks it', () => {
    expect(inSystem({ given: { api: { PEER: nightly.ports.http.address } } })).toEqual([
      { rule, at, found: 'nightly runs to completion, so nobody can call it', fix: 'call a container that keeps running' },
    ]);
  });
  it('a port of a group that its leader does not serve breaks it, in a talk too', () => {
    const found = 'others reach only port http of group, not rest';

    expect(
      inSystem({ given: { api: { PEER: group.ports.rest.address } }, talks: [{ from: web, to: group.ports.rest, why: 'It asks.' }] }),
    ).toEqual([
      { rule, at, found, fix: 'refer to http' },
      { rule, at: 'shop.talks[0].to', found, fix: 'refer to http' },
    ]);
  });
  it('the leader’s other port is found where it is referred to', () => {
    expect(inSystem({ given: { api: { PEER: group.leader.rest } } })).toEqual([
      { rule: 'references-exist', at, found: 'the leader of group serves http, not rest', fix: 'refer to http' },
    ]);
  });
});

describe('A talk goes from a container of the system to another one', () => {
  const rule = 'talks-name-another';

  it('two containers and a public URL keep it', () => {
    const urls = publicUrls({ site: web.ports.http });
    const talks = [
      { from: api, to: web.ports.http, why: 'It asks.' },
      { from: web, to: urls.site, why: 'It asks.' },
    ];

    expect(inSystem({ exposes: urls, talks })).toEqual([]);
  });
  it('a container that talks to itself breaks it', () => {
    expect(inSystem({ talks: [{ from: web, to: web.ports.http, why: 'It asks.' }] })).toEqual([
      { rule, at: 'shop.talks[0].to', found: 'web talks to itself', fix: 'remove it: a container reaches itself anyway' },
    ]);
  });
  it('a container that is not in the system breaks it', () => {
    expect(inSystem({ talks: [{ from: containerWith({ name: 'shop-weeb' }), to: web.ports.http, why: 'It asks.' }] })).toEqual([
      {
        rule,
        at: 'shop.talks[0].from',
        found: 'it names shop-weeb (T §1), which is not in shop',
        fix: 'did you mean shop-web? Otherwise add it to containers',
      },
    ]);
  });
});

describe('A public URL leads to a TCP port of a container that keeps running', () => {
  const rule = 'exposed-ports-serve';

  it.each([
    ['a UDP port', web.ports.dns, 'dns of web is a UDP port, and URLs are TCP', 'expose a TCP port'],
    ['a job', nightly.ports.http, 'nightly runs to completion', 'expose a container that keeps running'],
    ['a port that a group keeps to itself', group.ports.rest, 'others reach only port http of group, not rest', 'expose http, or nothing'],
  ])('%s breaks it', (_, port, found, fix) => {
    expect(inSystem({ exposes: publicUrls({ site: port }) })).toEqual([{ rule, at: 'shop.exposes.site', found, fix }]);
  });
  it.each([
    ['a TCP port', web.ports.http],
    ['the port that a group serves', group.ports.http],
  ])('%s keeps it', (_, port) => {
    expect(inSystem({ exposes: publicUrls({ site: port }) })).toEqual([]);
  });
});

describe('A container has at most one public URL', () => {
  const rule = 'exposed-once';

  it('two names of one port break it', () => {
    expect(inSystem({ exposes: publicUrls({ site: web.ports.http, shop: web.ports.http }) })).toEqual([
      { rule, at: 'shop.exposes.site', found: 'shop leads to port http of web already', fix: 'use shop' },
    ]);
  });
  it('two ports of one container break it', () => {
    const two = containerWith({ name: 'shop-two', ports: { http: tcp(8080, 'HTTP'), admin: tcp(8081, 'Admin') } });

    expect(findingsIn({ containers: { two }, exposes: publicUrls({ site: two.ports.http, admin: two.ports.admin }) })).toEqual([
      { rule, at: 'shop.exposes.site', found: 'admin leads to two already', fix: 'serve both under admin, by path' },
    ]);
  });
  it('two containers keep it', () => {
    expect(inSystem({ exposes: publicUrls({ site: web.ports.http, api: api.ports.http }) })).toEqual([]);
  });
});
