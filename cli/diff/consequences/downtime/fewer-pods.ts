import { at, type JsonObject, textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { sidesOf } from '../sides';

export const fewerPods: Rule = {
  id: 'fewer-pods',
  class: 'downtime',
  says: 'A workload is scaled to none or to one, or its pods all stop before new ones start.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (before === undefined || after === undefined || !['Deployment', 'StatefulSet', 'ReplicaSet'].includes(pair.object.kind)) return [];
      // One that leaves the manifest has a rule of its own.
      const isSaid = at(pair.after?.json, 'spec', 'replicas') !== undefined;
      return [...(isSaid ? replicas(before, after) : []), ...strategy(before, after)].map((one) => ({ object: pair.object, ...one }));
    }),
};
const replicas = (before: JsonObject, after: JsonObject): readonly Omit<Found, 'object'>[] => {
  const [from, to] = [before, after].map((json) => Number(at(json, 'spec', 'replicas') ?? 1));
  if (to === undefined || from === undefined || to >= from || to > 1) return [];
  return [
    to === 0
      ? {
          path: 'spec.replicas',
          sentence: `it is scaled from ${from} to 0: nothing serves`,
          cure: 'keep at least one replica while anybody needs it',
        }
      : {
          path: 'spec.replicas',
          sentence: `it is scaled from ${from} to one: each restart and each drained node interrupts it`,
          cure: 'keep two replicas',
        },
  ];
};
const strategy = (before: JsonObject, after: JsonObject): readonly Omit<Found, 'object'>[] => {
  const [from, to] = [before, after].map((json) => textOf(at(json, 'spec', 'strategy', 'type')));
  if (from === to || to !== 'Recreate') return [];
  return [
    {
      path: 'spec.strategy.type',
      sentence: 'all pods stop before new ones start, at each update',
      cure: 'use RollingUpdate, unless two versions must not run at once',
    },
  ];
};
