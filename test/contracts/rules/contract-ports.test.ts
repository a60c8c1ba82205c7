import { tcp, udp } from '../../../contracts';
import { externalHostsAreNames } from '../../../contracts/rules/external-hosts-are-names';
import { portNumbersExist } from '../../../contracts/rules/port-numbers-exist';
import { portsAreDistinct } from '../../../contracts/rules/ports-are-distinct';
import { portsAreUnprivileged } from '../../../contracts/rules/ports-are-unprivileged';
import { problemsOf } from '../../support/contract-with';

const external = (host: unknown, port: unknown = 443) => ({
  needs: { external: { api: { what: 'An API', host, port, where: 'internet' } } },
});

describe('Every port is a whole number from 1 to 65535', () => {
  it.each([1, 8080, 65535])('%d keeps the rule', (port) => {
    expect(problemsOf(portNumbersExist, { ports: { http: tcp(port, 'HTTP') } })).toEqual([]);
    expect(problemsOf(portNumbersExist, external('example.com', port))).toEqual([]);
  });
  it.each([0, -1, 65536, 80.5, 1e300])('%d breaks it', (port) => {
    const problem = { found: `${port} is no port`, fix: 'write a whole number from 1 to 65535' };

    expect(problemsOf(portNumbersExist, { ports: { http: tcp(port, 'HTTP') }, needs: {} })).toEqual([
      { at: 'shop.api.ports.http.number', ...problem },
    ]);
    expect(problemsOf(portNumbersExist, external('example.com', port))).toEqual([{ at: 'shop.api.needs.external.api.port', ...problem }]);
  });
});

describe('Every port is 1024 or above', () => {
  it.each([1024, 65535])('%d keeps the rule', (port) => {
    expect(problemsOf(portsAreUnprivileged, { ports: { http: tcp(port, 'HTTP') } })).toEqual([]);
  });
  it('80 breaks it, and the fix keeps the way in', () => {
    expect(problemsOf(portsAreUnprivileged, { ports: { http: tcp(80, 'HTTP') } })).toEqual([
      { at: 'shop.api.ports.http.number', found: 'port 80 needs root to bind', fix: 'listen on 8080; the way in can still be 80' },
    ]);
  });
});

describe('No two ports of a container have the same number and protocol', () => {
  it('one number for TCP and for UDP keeps the rule', () => {
    expect(problemsOf(portsAreDistinct, { ports: { dns: tcp(5353, 'DNS'), 'dns-udp': udp(5353, 'DNS') } })).toEqual([]);
  });
  it('one number twice for TCP breaks it', () => {
    expect(problemsOf(portsAreDistinct, { ports: { http: tcp(8080, 'HTTP'), metrics: tcp(8080, 'Metrics') } })).toEqual([
      {
        at: 'shop.api.ports.metrics.number',
        found: 'http is 8080/TCP already',
        fix: 'write another number, or leave out one of the two',
      },
    ]);
  });
});

describe('Something outside is called by its host’s name or address alone', () => {
  it.each(['db', 'api.example.com', 'API.Example.com', '203.0.113.7', '2001:db8::1', '::1', '1-2.example'])('%s keeps the rule', (host) => {
    expect(problemsOf(externalHostsAreNames, external(host))).toEqual([]);
  });
  it.each([
    '',
    'https://example.com',
    'example.com/v1',
    'example.com:443',
    'a b',
    '*.example.com',
    '1.2.3.400',
    '1:2',
    'x_y.example',
    'a'.repeat(64),
  ])('"%s" breaks it, and is not repeated: it may hold a password', (host) => {
    expect(problemsOf(externalHostsAreNames, external(host))).toEqual([
      {
        at: 'shop.api.needs.external.api.host',
        found: 'it is no host name and no address',
        fix: 'write the host alone, "api.example.com"; its port stands in "port"',
      },
    ]);
  });
});
