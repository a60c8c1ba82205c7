import type { Comparison } from '../compare/compare-trees';
import { podTemplateOf } from '../consequences/pod-template-of';
import { matches } from '../consequences/validity/workload-problems';
import { at, isObject, type Json, type JsonObject, listOf, objectOf, textOf } from '../json';
import type { KubeObject } from '../read/kube-object';
import type { Tree } from '../read/read-tree';

export interface PictureNode {
  readonly id: string;
  readonly label: string;
  /** The namespace it runs in, and where; empty for what is outside of all. */
  readonly group: string;
  readonly mark: 'new' | 'gone' | 'changed' | 'same';
}
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly mark: 'new' | 'gone' | 'same';
}
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** What talks to what in the namespaces that a change touches, as Ingresses, routes and NetworkPolicies say. */
export const pictureOf = (comparison: Comparison): Picture => {
  const touched = new Set(
    comparison.pairs.filter(({ changes, after, before }) => changes.length > 0 || !after || !before).map(({ object }) => areaOf(object)),
  );
  const [old, now] = [waysOf(comparison.base, touched), waysOf(comparison.head, touched)];
  const edges = [
    ...[...now].map(([key, edge]): PictureEdge => ({ ...edge, mark: old.has(key) ? 'same' : 'new' })),
    ...[...old].filter(([key]) => !now.has(key)).map(([, edge]): PictureEdge => ({ ...edge, mark: 'gone' })),
  ];
  // What is called like a workload, as its budget or its policy is, says nothing about the workload.
  const changed = new Map(
    comparison.pairs
      .filter(({ object }) => RUNNING.includes(object.kind))
      .map(
        ({ object, before, after }) => [nameOf(object), before === undefined ? 'new' : after === undefined ? 'gone' : 'changed'] as const,
      ),
  );
  const names = [...new Set([...edges.flatMap(({ from, to }) => [from, to]), ...workloadsOf(comparison.head, touched).map(nameOf)])];
  return {
    nodes: names.map((id): PictureNode => {
      const [label = id, namespace = '', place = ''] = id.split('\u0000');
      return {
        id,
        label: shortRanges(label),
        group: namespace === '' ? '' : `${namespace}${place === '' ? '' : ` (${place})`}`,
        mark: changed.get(id) ?? 'same',
      };
    }),
    edges,
  };
};

/** Three ranges and more are counted: the label of a node is no place for a list. */
const shortRanges = (label: string): string => {
  const [range, without = ''] = label.split(' without ');
  const count = without.split(' ').length;
  return count > 2 ? `${range} without ${count} ranges` : label;
};

const areaOf = ({ namespace, place }: KubeObject): string => `${namespace}\u0000${place}`;
const nameOf = ({ namespace, place, kind, name }: KubeObject): string =>
  `${kind === 'Ingress' || /Route$/.test(kind) ? `${kind} ` : ''}${name}\u0000${namespace}\u0000${place}`;
const RUNNING = ['Deployment', 'StatefulSet', 'DaemonSet'];
const workloadsOf = ({ objects }: Tree, touched: ReadonlySet<string>): readonly KubeObject[] =>
  [...objects.values()].filter((object) => touched.has(areaOf(object)) && RUNNING.includes(object.kind));

type Edge = Pick<PictureEdge, 'from' | 'to' | 'label'>;
const waysOf = (tree: Tree, touched: ReadonlySet<string>): ReadonlyMap<string, Edge> => {
  const here = [...tree.objects.values()].filter((object) => touched.has(areaOf(object)));
  const workloads = workloadsOf(tree, touched);
  const selected = (of: KubeObject, selector: Json): readonly KubeObject[] =>
    workloads.filter((workload) => areaOf(workload) === areaOf(of) && matches(objectOf(selector), labelsOf(workload)));
  const edges = here.flatMap((object) => [...fromOutside(object, here, selected), ...fromPolicy(object, selected)]);
  return new Map(edges.map((edge) => [`${edge.from}\u0000\u0000${edge.to}\u0000\u0000${edge.label}`, edge]));
};
const labelsOf = ({ json }: KubeObject): JsonObject => objectOf(at(podTemplateOf(json), 'metadata', 'labels'));
type Select = (of: KubeObject, selector: Json) => readonly KubeObject[];

const fromOutside = (object: KubeObject, here: readonly KubeObject[], selected: Select): readonly Edge[] => {
  if (object.kind !== 'Ingress' && !/Route$/.test(object.kind)) return [];
  const paths = listOf(at(object.json, 'spec', 'rules')).flatMap((rule) => [
    ...listOf(at(rule, 'http', 'paths')).map((path) => ({
      host: textOf(at(rule, 'host')),
      service: textOf(at(path, 'backend', 'service', 'name')),
    })),
    ...listOf(at(rule, 'backendRefs')).map((ref) => ({
      host: listOf(at(object.json, 'spec', 'hostnames'))
        .map(textOf)
        .join(' '),
      service: textOf(at(ref, 'name')),
    })),
  ]);
  return paths.flatMap(({ host, service }) => {
    const found = here.find((one) => one.kind === 'Service' && one.name === service && areaOf(one) === areaOf(object));
    const selector = at(found?.json, 'spec', 'selector');
    const to = isObject(selector) ? selected(object, { matchLabels: selector }) : [];
    return to.map((workload) => ({ from: `outside\u0000\u0000${object.place}`, to: nameOf(workload), label: host || 'every host' }));
  });
};

const fromPolicy = (object: KubeObject, selected: Select): readonly Edge[] => {
  if (object.kind !== 'NetworkPolicy') return [];
  const own = selected(object, at(object.json, 'spec', 'podSelector'));
  const side = (rules: string, peers: string, make: (workload: KubeObject, peer: string, port: string) => Edge): readonly Edge[] =>
    listOf(at(object.json, 'spec', rules)).flatMap((rule) => {
      const port =
        listOf(at(rule, 'ports'))
          .map((one) => textOf(at(one, 'port')))
          .join(' ') || 'any port';
      if (port === '53 53' || port === '53') return [];
      return listOf(at(rule, peers)).flatMap((peer) =>
        peersOf(object, peer, selected).flatMap((one) => own.map((workload) => make(workload, one, port))),
      );
    });
  return [
    ...side('ingress', 'from', (workload, peer, port) => ({ from: peer, to: nameOf(workload), label: port })),
    ...side('egress', 'to', (workload, peer, port) => ({ from: nameOf(workload), to: peer, label: port })),
  ];
};
const peersOf = (object: KubeObject, peer: Json, selected: Select): readonly string[] => {
  const { podSelector, namespaceSelector, ipBlock } = objectOf(peer);
  if (isObject(ipBlock)) {
    const except = listOf(ipBlock.except).map(textOf);
    return [`${textOf(ipBlock.cidr)}${except.length === 0 ? '' : ` without ${except.join(' ')}`}\u0000\u0000${object.place}`];
  }
  if (namespaceSelector !== undefined)
    return [
      `namespace ${
        Object.values(objectOf(at(namespaceSelector, 'matchLabels')))
          .map(textOf)
          .join(' ') || 'any'
      }\u0000\u0000${object.place}`,
    ];
  return selected(object, podSelector).map(nameOf);
};
