import { byCodePoint } from '../finding';
import { type PlainSystem, roleOf, sourcesIn } from '../plain';
import { flatMap } from '../reading/flat-map';
import { givings } from '../reading/given-to';
import type { Rule, SystemSubject } from '../rule';

export const composedValuesHaveNoCycle: Rule<SystemSubject> = {
  id: 'composed-values-have-no-cycle',
  promise: 'No variable is composed, by way of others, of itself.',
  source: 'Waybill’s own',
  problems: ({ at, system }) =>
    cyclesIn(edgesOf(system)).map((cycle) => ({
      at: `${at}.given.${cycle[0]}`,
      found: `it is composed of itself: ${[...cycle, cycle[0]].join(' → ')}`,
      fix: 'give one of them a value of its own',
    })),
};

type Edges = ReadonlyMap<string, readonly string[]>;
/** From each variable to those it is composed of, where there are any. */
const edgesOf = (system: PlainSystem): Edges => {
  const edges = new Map<string, readonly string[]>();
  for (const { role, name, value } of givings(system)) {
    const variables = flatMap(sourcesIn(value), (source) =>
      source.from === 'variable' ? [`${roleOf(system, source)}.${source.variable}`] : [],
    );
    if (variables.length > 0) edges.set(`${role}.${name}`, variables);
  }
  return edges;
};

/** Each circle once, from its first member by code point on. */
const cyclesIn = (edges: Edges): readonly (readonly string[])[] => {
  const done = new Set<string>();
  const cycles = new Map<string, readonly string[]>();
  /** The way to where the visit is, in order. */
  const path = new Set<string>();
  const visit = (node: string): void => {
    if (path.has(node)) {
      const way = [...path];
      const cycle = fromFirst(way.slice(way.indexOf(node)));
      cycles.set(cycle.join(' '), cycle);
    } else if (!done.has(node)) {
      path.add(node);
      for (const next of edges.get(node) ?? []) visit(next);
      path.delete(node);
      done.add(node);
    }
  };
  for (const node of edges.keys()) visit(node);
  return [...cycles.values()];
};
const fromFirst = (cycle: readonly string[]): readonly string[] => {
  const first = cycle.indexOf(cycle.toSorted(byCodePoint)[0] ?? '');
  return [...cycle.slice(first), ...cycle.slice(0, first)];
};
