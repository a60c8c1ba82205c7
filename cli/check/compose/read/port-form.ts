import { type Form, items, marked, wrong } from './form';
import { HOLE, mapOf, scalar } from './node';
import { parsePort } from './parse-port';

export const ports: Form = (node, to, key) =>
  items(node, to, key, (item) => {
    if (item.kind === 'map') return [item];
    const parsed = item.kind === 'scalar' ? parsePort(item.text) : undefined;
    if (parsed === undefined) {
      wrong(item, to, 'this port', 'none that Docker reads');
      return [];
    }
    return parsed.map(({ target, published, hostIp, protocol }) => {
      const at = item.at;
      const said = (name: string, text: string | undefined) =>
        text === undefined ? [] : [[name, { at, value: scalar(text, at) }] as const];
      return marked(
        mapOf(at, [
          ...said('target', target === undefined ? HOLE : String(target)),
          ...said('published', published),
          ...said('host_ip', hostIp),
          ...said('protocol', protocol),
        ]),
        item,
      );
    });
  });
