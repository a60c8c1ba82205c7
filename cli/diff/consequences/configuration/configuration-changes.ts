import { pathText } from '../../compare/change';
import type { Pair, SeenChange } from '../../compare/pair';
import { isHidden } from '../../read/sensitive';
import type { Found, Rule } from '../rule';
import { shown } from '../shown';

export const configurationChanges: Rule = {
  id: 'configuration-changes',
  class: 'configuration',
  says: 'Keys of a ConfigMap or Secret, variables, arguments or commands change. Values of secrets are never shown.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const told = pair.changes
        .filter(({ noise, implied }) => noise === undefined && !implied)
        .flatMap((change) => textOfChange(pair, change));
      if (told.length === 0) return [];
      const some = told.length > 6 ? `${told.slice(0, 6).join('; ')} and ${told.length - 6} more` : told.join('; ');
      const isData = pair.object.kind === 'ConfigMap' || pair.object.kind === 'Secret';
      return [
        {
          object: pair.object,
          sentence: some,
          cure: isData ? 'pods that read it as variables see it after a restart only' : 'nothing to do; new pods start with it',
        },
      ];
    }),
};

const WORDS = { add: 'new', remove: 'gone', replace: 'changed', order: 'in another order' } as const;
const textOfChange = ({ object }: Pair, change: SeenChange): readonly string[] => {
  const { path, op, before, after } = change;
  const [first, key] = path;
  if (object.kind === 'Secret' || object.kind === 'ConfigMap') {
    if (first !== 'data' && first !== 'binaryData') return [];
    return typeof key === 'string' ? [`key ${key} ${WORDS[op]}`] : [`all keys ${WORDS[op]}`];
  }
  const env = path.indexOf('env');
  const item = path[env + 1];
  if (env !== -1 && typeof item === 'object') {
    const isWhole = path.length === env + 2;
    if (isWhole || isHidden(before) || isHidden(after)) return [`${item.label} ${WORDS[op]}`];
    return [`${item.label} ${shown(before)} → ${shown(after)}`];
  }
  if (path.some((step) => step === 'args' || step === 'command') && !/[pP]robe|lifecycle/.test(pathText(path)))
    return [`${pathText(path).replace(/^.*\.(spec)\./, '')} ${WORDS[op]}`];
  return path.some((step) => step === 'envFrom') ? [`envFrom ${WORDS[op]}`] : [];
};
