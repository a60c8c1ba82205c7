import { isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { deleteCommand } from '../delete-command';
import type { Found, Rule } from '../rule';
import { shown } from '../shown';
import { sidesOf } from '../sides';

export const networkOpened: Rule = {
  id: 'network-opened',
  class: 'security',
  says: 'A NetworkPolicy goes away, covers fewer pods or directions, or lets more through.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      if (pair.object.kind !== 'NetworkPolicy') return [];
      const { before, after } = sidesOf(pair);
      if (before === undefined) return [];
      const cure = 'keep the policy as narrow as it was, or say in the pull request who needs the way';
      if (after === undefined)
        return [
          {
            object: pair.object,
            sentence: `the policy is no longer among the manifests; what it held back opens once it is deleted`,
            cure: `keep it; deleting is your decision: ${deleteCommand(pair.object)}`,
          },
        ];
      return opened(objectOf(before.spec), objectOf(after.spec)).map(({ path, sentence }) => ({
        object: pair.object,
        path,
        sentence,
        cure,
      }));
    }),
};
const DIRECTIONS = [
  { type: 'Ingress', rules: 'ingress', peers: 'from' },
  { type: 'Egress', rules: 'egress', peers: 'to' },
] as const;
const opened = (before: JsonObject, after: JsonObject): readonly { readonly path: string; readonly sentence: string }[] => [
  ...(JSON.stringify(before.podSelector) === JSON.stringify(after.podSelector)
    ? []
    : [{ path: 'spec.podSelector', sentence: 'it covers other pods than before' }]),
  ...DIRECTIONS.flatMap(({ type, rules, peers }) => {
    if (!listOf(before.policyTypes).includes(type)) return [];
    if (!listOf(after.policyTypes).includes(type)) return [{ path: 'spec.policyTypes', sentence: `${type} is no longer held back` }];
    const known = ways(before[rules], peers);
    const fresh = ways(after[rules], peers).filter((way) => !known.some((one) => coversWay(one, way)));
    return fresh.map((way) => ({
      path: `spec.${rules}`,
      sentence: `${type === 'Ingress' ? 'traffic may come' : 'traffic may go'} ${type === 'Ingress' ? 'from' : 'to'} ${way.who} on ${way.port}`,
    }));
  }),
];
interface Way {
  readonly who: string;
  readonly port: string;
}
const ANYBODY = 'anybody';
const ANY_PORT = 'any port';
const ways = (rules: Json, peers: string): readonly Way[] =>
  listOf(rules)
    .filter(isObject)
    .flatMap((rule) => {
      const who = listOf(rule[peers]).length === 0 ? [ANYBODY] : listOf(rule[peers]).map(peerText);
      const ports = listOf(rule.ports).length === 0 ? [ANY_PORT] : listOf(rule.ports).filter(isObject).map(portText);
      return who.flatMap((one) => ports.map((port) => ({ who: one, port })));
    });
const portText = ({ port, endPort, protocol }: JsonObject): string =>
  `${port === undefined ? 'any' : textOf(port)}${endPort === undefined ? '' : `-${textOf(endPort)}`}/${textOf(protocol)}`;
const peerText = (peer: Json): string => {
  const { ipBlock, podSelector, namespaceSelector } = objectOf(peer);
  if (isObject(ipBlock)) {
    const except = listOf(ipBlock.except).map(textOf).toSorted();
    return `${textOf(ipBlock.cidr)}${except.length === 0 ? '' : ` but ${except.join(', ')}`}`;
  }
  const labels = (selector: Json): string =>
    isObject(selector) && Object.keys(selector).length > 0 ? shown(selector.matchLabels ?? selector) : 'all';
  const pods = podSelector === undefined ? 'all pods' : `pods ${labels(podSelector)}`;
  return namespaceSelector === undefined ? pods : `${pods} of namespaces ${labels(namespaceSelector)}`;
};
const coversWay = (known: Way, way: Way): boolean =>
  (known.who === ANYBODY || known.who === way.who) && (known.port === ANY_PORT || known.port === way.port);
