import { pathText } from '../compare/change';
import type { Pair } from '../compare/pair';
import { at, type JsonObject, textOf } from '../json';
import { writtenOtherwise } from './differs';
import type { Found, Rule } from './rule';

const ROLL: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Pods roll exactly when the pod template that the server keeps writtenOtherwise, defaults written out. */
export const podsRestart: Rule = {
  id: 'pods-restart',
  class: 'restarts',
  says: 'Pods are replaced when their template writtenOtherwise with defaults written out. The order of a list counts, as it does for the server.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { applied, object } = pair;
      if (
        applied === undefined ||
        !ROLL.includes(object.kind) ||
        !writtenOtherwise(object, applied.live, applied.result, 'spec', 'template')
      )
        return [];
      return [
        {
          object,
          path: 'spec.template',
          sentence: `${howMany(applied.result)} ${how(applied.result)}: ${whyRestart(pair)}`,
          cure: curesOf(applied.result),
        },
      ];
    }),
};

const howMany = (json: JsonObject): string => {
  if (json.kind === 'DaemonSet') return 'a pod on each node is';
  const replicas = Number(at(json, 'spec', 'replicas') ?? 1);
  return replicas === 1 ? 'the only pod is' : `${replicas} pods are`;
};
const strategyOf = (json: JsonObject): string =>
  textOf(at(json, 'spec', json.kind === 'Deployment' ? 'strategy' : 'updateStrategy', 'type'));
const how = (json: JsonObject): string => {
  if (strategyOf(json) === 'OnDelete') return 'replaced when somebody deletes them';
  if (strategyOf(json) === 'Recreate') return 'stopped before new ones start';
  if (at(json, 'spec', 'paused') === true) return 'replaced once the Deployment is no longer paused';
  return json.kind === 'StatefulSet' && Number(at(json, 'spec', 'replicas') ?? 1) === 1
    ? 'stopped before the new one starts'
    : 'replaced one after the other';
};
const curesOf = (json: JsonObject): string =>
  /before/.test(how(json)) ? 'apply it when a short outage does no harm' : 'nothing to do; watch kubectl rollout status';

/** What in the template writtenOtherwise, in a few words. */
export const whyRestart = ({ changes }: Pair): string => {
  const inTemplate = changes.filter(({ path }) => path[0] === 'spec' && path[1] === 'template');
  const texts = inTemplate.map(({ path, noise }) =>
    noise === 'checksum' ? 'its configuration (a checksum)' : noise === 'version' ? 'the version label' : short(pathText(path)),
  );
  const distinct = [...new Set(texts)];
  const told = distinct.length > 1 ? distinct.filter((text) => text !== 'the version label') : distinct;
  if (told.length === 0) return 'the order of a list or how a value is written, which the server counts as a change';
  return told.length > 4 ? `${told.slice(0, 3).join(', ')} and ${told.length - 3} more` : told.join(', ');
};
const short = (path: string): string =>
  path.replace(/^spec\.template\.(spec\.)?/, '').replace(/^(initContainers|containers)\[([^\]]*)\]\./, '$2 ');
