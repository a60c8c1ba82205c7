import { type Form, items, marked, path, withEntry, wrong } from './form';
import { HOLE, mapOf, scalar, valueAt } from './node';
import { parseVolume } from './parse-volume';
import { resolvedPath } from './resolved-path';

export const volumes: Form = (node, to, key) =>
  items(node, to, key, (item) => {
    if (item.kind === 'map') {
      const isBind = (valueAt(item, 'type') as { text?: string } | undefined)?.text === 'bind';
      return [isBind ? withEntry(item, 'source', path(valueAt(item, 'source'), to)) : item];
    }
    const parsed = item.kind === 'scalar' ? parseVolume(item.text) : undefined;
    if (parsed === undefined) {
      wrong(item, to, 'this volume', 'none that Docker reads');
      return [];
    }
    const { type, source, target = HOLE, readOnly } = parsed;
    const at = item.at;
    const said = (name: string, text: string) => [name, { at, value: scalar(text, at) }] as const;
    return [
      marked(
        mapOf(at, [
          said('type', type === 'unknown' ? HOLE : type),
          ...(source === undefined ? [] : [said('source', type === 'bind' ? resolvedPath(to.folder, source) : source)]),
          said('target', target),
          ...(readOnly ? [said('read_only', 'true')] : []),
        ]),
        item,
      ),
    ];
  });
