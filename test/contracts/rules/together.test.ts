import { persistent, scratch, tcp, udp } from '../../../contracts';
import { containerWith, ending } from '../../support/container-with';
import { findingsIn } from '../../support/findings-with';

const health = { liveness: { check: 'tcp', port: 'side' }, readiness: { check: 'tcp', port: 'side' } };
const web = containerWith({ name: 'shop-web', volumes: { out: scratch('/out', 'Out'), data: persistent('/data', 'Data') } });
const sideWith = (changes: object = {}) =>
  containerWith({ name: 'shop-side', ports: { side: tcp(9000, 'Side') }, health, volumes: { in: scratch('/in', 'In') }, ...changes });
const side = sideWith();
const stranger = containerWith({ name: 'shop-cache', volumes: { out: scratch('/out', 'Out') } });
const pods = (together: unknown, containers: object = { web, side }) => findingsIn({ containers, together });

describe('Two containers that share a pod and a volume', () => {
  it('keep every rule', () => {
    expect(pods([{ main: web, beside: [side], shares: [{ volume: web.volumes.out, as: side.volumes.in }] }])).toEqual([]);
  });
});

describe('The containers of a pod are in the system, and each is in one pod, once', () => {
  const rule = 'together-names-each-once';

  it('a container that is not there breaks it', () => {
    expect(pods([{ main: web, beside: [stranger] }])).toEqual([
      {
        rule,
        at: 'shop.together[0].beside[0]',
        found: 'it names shop-cache (T §1), which is not in shop',
        fix: 'add it to containers; there is shop-side, shop-web',
      },
    ]);
  });
  it('a container beside itself and one in two pods break it', () => {
    expect(
      pods([
        { main: web, beside: [web] },
        { main: side, beside: [web] },
      ]).map(({ at, found }) => `${at}: ${found}`),
    ).toEqual(
      [
        'shop.together[0].beside[0]: web is in a pod already, at shop.together[0].main',
        'shop.together[1].beside[0]: web is in a pod already, at shop.together[0].main',
        'shop.web.volumes.data.kind: web stands beside web and keeps data',
        'shop.web.volumes.data.kind: web stands beside side and keeps data',
      ].toSorted(),
    );
  });
  it('nobody beside it breaks it', () => {
    expect(pods([{ main: web, beside: [] }])).toEqual([
      { rule, at: 'shop.together[0].beside', found: 'nobody stands beside it', fix: 'name a container, or remove the entry' },
    ]);
  });
});

describe('Containers that share a pod all run until they are stopped', () => {
  it('one that runs to completion breaks it', () => {
    const once = containerWith({ name: 'shop-once', ...ending });

    expect(
      findingsIn({
        containers: { web, once },
        together: [{ main: web, beside: [once] }],
        jobs: { once: { runs: once, when: 'each release' } },
      }),
    ).toEqual([
      {
        rule: 'together-runs-until-stopped',
        at: 'shop.together[0]',
        found: 'once runs to completion',
        fix: 'take once out, and give it a job',
      },
    ]);
  });
});

describe('No two containers of a pod listen on one port', () => {
  const rule = 'one-pod-one-port';
  const sideListening = (port: unknown, name = 'side') => {
    const other = sideWith({ ports: { [name]: port }, health: JSON.parse(JSON.stringify(health).replaceAll('side', name)) });
    return pods([{ main: web, beside: [other] }], { web, side: other });
  };

  it('one number breaks it', () => {
    expect(sideListening(tcp(8080, 'Side'))).toEqual([
      {
        rule,
        at: 'shop.side.ports.side.number',
        found: 'web in the same pod listens on TCP port 8080 as well',
        fix: 'let one of them listen on another port',
      },
    ]);
  });
  it('one name breaks it', () => {
    expect(sideListening(tcp(9000, 'Side'), 'http')).toEqual([
      { rule, at: 'shop.side.ports.http', found: 'web in the same pod has a port http as well', fix: 'name one of them otherwise' },
    ]);
  });
  it('the same number of the other protocol keeps it', () => {
    const other = sideWith({ ports: { side: tcp(9000, 'Side'), metrics: udp(8080, 'Metrics') } });

    expect(pods([{ main: web, beside: [other] }], { web, side: other })).toEqual([]);
  });
  it('the same number in two pods keeps it', () => {
    expect(findingsIn({ containers: { web, api: containerWith() } })).toEqual([]);
  });
});

describe('A shared volume is the main container’s', () => {
  const rule = 'shared-volumes-fit';
  const sharing = (...shares: unknown[]) => pods([{ main: web, beside: [side], shares }]);

  it('data of the main container may be shared', () => {
    expect(sharing({ volume: web.volumes.data, as: side.volumes.in })).toEqual([]);
  });
  it('the wrong way round breaks it', () => {
    expect(sharing({ volume: side.volumes.in, as: web.volumes.out })).toEqual([
      { rule, at: 'shop.together[0].shares[0].as', found: 'web is not side', fix: 'name a volume of a container beside it' },
      { rule, at: 'shop.together[0].shares[0].volume', found: 'side is not web', fix: 'name a volume of the main container' },
    ]);
  });
  it('a volume that is not there breaks it', () => {
    expect(sharing({ volume: web.volumes.uot, as: side.volumes.in })).toEqual([
      {
        rule,
        at: 'shop.together[0].shares[0].volume',
        found: 'web has no volume uot',
        fix: 'did you mean out? Otherwise add it to the volumes of web’s contract',
      },
    ]);
  });
  it('two volumes in place of one break it', () => {
    expect(sharing({ volume: web.volumes.out, as: side.volumes.in }, { volume: web.volumes.data, as: side.volumes.in })).toEqual([
      { rule, at: 'shop.together[0].shares[1].as', found: 'shares[0] stands in its place already', fix: 'remove one of the two' },
    ]);
  });
});

describe('Only a pod’s main container keeps data', () => {
  it('data beside it breaks the rule', () => {
    const keeper = sideWith({ volumes: { kept: persistent('/kept', 'Kept') } });

    expect(pods([{ main: web, beside: [keeper] }], { web, side: keeper })).toEqual([
      {
        rule: 'beside-keeps-nothing',
        at: 'shop.side.volumes.kept.kind',
        found: 'side stands beside web and keeps data',
        fix: 'make it scratch, and share a persistent volume of web in its place',
      },
    ]);
  });
});
