import { at, isObject, type JsonObject, listOf, textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { sidesOf } from '../sides';

export const exposedMore: Rule = {
  id: 'exposed-more',
  class: 'exposure',
  says: 'A host of an Ingress or a route comes or goes, TLS is dropped, a Service becomes a LoadBalancer or takes a node port.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      const { kind } = pair.object;
      const found =
        kind === 'Ingress'
          ? ingress(before, after)
          : kind === 'Service'
            ? service(before, after)
            : /Route$/.test(kind)
              ? route(before, after)
              : [];
      return found.map((one) => ({ object: pair.object, ...one }));
    }),
};
type Part = Omit<Found, 'object'>;
type Side = JsonObject | undefined;
const OPENS = 'see that the host is meant to be public, and that who may call it is checked';
const CLOSES = 'see that nobody calls it any more';
const hostChanges = (path: string, from: readonly string[], to: readonly string[]): readonly Part[] => [
  ...to
    .filter((host) => !from.includes(host))
    .map((host) => ({ path, sentence: `${host} is served from outside the cluster`, cure: OPENS })),
  ...from.filter((host) => !to.includes(host)).map((host) => ({ path, sentence: `${host} is no longer served`, cure: CLOSES })),
];
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const ingress = (before: Side, after: Side): readonly Part[] => {
  const hosts = (side: Side): readonly string[] =>
    distinct(
      listOf(at(side, 'spec', 'rules')).flatMap((rule) => {
        const host = textOf(at(rule, 'host')) || 'every host';
        const paths = listOf(at(rule, 'http', 'paths')).map((path) => textOf(at(path, 'path')));
        return paths.map((path) => `${host}${path === '/' ? '' : path}`);
      }),
    );
  const secured = (side: Side): readonly string[] =>
    listOf(at(side, 'spec', 'tls')).flatMap((one) =>
      listOf(at(one, 'hosts')).length === 0 ? ['every host'] : listOf(at(one, 'hosts')).map(textOf),
    );
  const served = listOf(at(after, 'spec', 'rules')).map((rule) => textOf(at(rule, 'host')));
  const lost = secured(before).filter((host) => !secured(after).includes(host) && (served.includes(host) || host === 'every host'));
  return [
    ...hostChanges('spec.rules', hosts(before), hosts(after)),
    ...lost.map((host) => ({ path: 'spec.tls', sentence: `${host} is served without TLS`, cure: 'keep its tls entry' })),
  ];
};
const route = (before: Side, after: Side): readonly Part[] => {
  const hosts = (side: Side): readonly string[] =>
    side === undefined
      ? []
      : listOf(at(side, 'spec', 'hostnames')).length === 0
        ? ['every host of its gateway']
        : listOf(at(side, 'spec', 'hostnames')).map(textOf);
  return hostChanges('spec.hostnames', hosts(before), hosts(after));
};

const service = (before: Side, after: Side): readonly Part[] => {
  const type = (side: Side): string => (side === undefined ? 'nothing' : textOf(at(side, 'spec', 'type')));
  const [from, to] = [type(before), type(after)];
  const outside = (name: string): boolean => name === 'LoadBalancer' || name === 'NodePort';
  const ranges = (side: Side): readonly string[] => listOf(at(side, 'spec', 'loadBalancerSourceRanges')).map(textOf);
  const ports = (side: Side): readonly string[] =>
    listOf(at(side, 'spec', 'ports'))
      .filter(isObject)
      .flatMap(({ nodePort }) => (nodePort === undefined ? [] : [textOf(nodePort)]));
  const addresses = (side: Side): readonly string[] => listOf(at(side, 'spec', 'externalIPs')).map(textOf);
  return [
    ...(from !== to && outside(to)
      ? [
          {
            path: 'spec.type',
            sentence: to === 'LoadBalancer' ? 'a load balancer opens it to the outside' : 'every node opens a port for it',
            cure: OPENS,
          },
        ]
      : []),
    ...(from !== to && outside(from)
      ? [{ path: 'spec.type', sentence: `it is no longer reached from outside as ${from}`, cure: CLOSES }]
      : []),
    ...(from === to &&
    ranges(before).length > 0 &&
    ranges(before).some((range) => !ranges(after).includes(range)) &&
    ranges(after).length === 0
      ? [{ path: 'spec.loadBalancerSourceRanges', sentence: 'its load balancer lets everybody in', cure: OPENS }]
      : []),
    ...(from === to
      ? ranges(after)
          .filter((range) => ranges(before).length > 0 && !ranges(before).includes(range))
          .map((range) => ({ path: 'spec.loadBalancerSourceRanges', sentence: `its load balancer lets ${range} in`, cure: OPENS }))
      : []),
    ...(from === to
      ? ports(after)
          .filter((port) => !ports(before).includes(port))
          .map((port) => ({ path: 'spec.ports', sentence: `every node opens port ${port}`, cure: OPENS }))
      : []),
    ...addresses(after)
      .filter((address) => !addresses(before).includes(address))
      .map((address) => ({ path: 'spec.externalIPs', sentence: `it takes traffic for ${address}`, cure: OPENS })),
  ];
};
