import { uniqueItems } from './merge-nodes';
import { type Entry, type MapNode, scalar, valueAt } from './node';

/** A build without a context takes the folder of its project. */
export const inFolder = (services: MapNode, folder: string): MapNode => ({
  ...services,
  entries: new Map(
    [...services.entries].map(([name, { at, value }]): [string, Entry] => {
      const build = valueAt(value, 'build');
      if (value.kind !== 'map' || build?.kind !== 'map' || build.entries.has('context')) return [name, { at, value }];
      const own = value.entries.get('build')?.at ?? at;
      const context: Entry = { at: own, value: scalar(folder === '' ? '.' : folder, own) };
      const whole: MapNode = { ...build, entries: new Map([...build.entries, ['context', context]]) };
      return [name, { at, value: { ...value, entries: new Map([...value.entries, ['build', { at: own, value: whole }]]) } }];
    }),
  ),
});
/** Within one file, too, of what is written twice the later holds. */
export const listsUnique = (service: MapNode): MapNode => ({
  ...service,
  entries: new Map(
    [...service.entries].map(([key, { at, value }]): [string, Entry] => [
      key,
      {
        at,
        value:
          value.kind === 'list' && !['command', 'entrypoint'].includes(key) ? { ...value, items: uniqueItems(value.items, key) } : value,
      },
    ]),
  ),
});
