import {
  type Entry,
  entryAt,
  HOLE,
  isKnown,
  isNull,
  type ListNode,
  listOf,
  type MapNode,
  mapOf,
  type Node,
  type Place,
  scalar,
  valueAt,
} from './node';
import { parsePort } from './parse-port';
import { parseVolume } from './parse-volume';
import type { FormProblem } from './reading';
import { resolvedPath } from './resolved-path';

type Form = (node: Node, to: Forming, key: string) => Node | undefined;
interface Forming {
  /** Relative paths begin here. */
  readonly folder: string;
  readonly problems: FormProblem[];
}
const wrong = (node: Node, { problems }: Forming, key: string, wanted: string): undefined => {
  problems.push({
    at: node.at,
    found: `${key} is ${wanted}`,
    fix: 'write it as the Compose specification says; docker compose refuses it',
  });
};
const marked = <T extends Node>(node: T, from: Node): T => (from.mark === undefined ? node : { ...node, mark: from.mark });

const asItIs: Form = (node) => node;
const one: Form = (node, to, key) => (node.kind === 'scalar' ? node : wrong(node, to, key, 'one value'));
const table: Form = (node, to, key) => (node.kind === 'map' ? node : wrong(node, to, key, 'a table'));
/** One or several texts. */
const texts: Form = (node, to, key) => {
  if (node.kind === 'scalar') return marked(listOf(node.at, [node]), node);
  return node.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar') ? node : wrong(node, to, key, 'a list of words');
};
const items = (node: Node, to: Forming, key: string, form: (item: Node) => readonly Node[]): ListNode | undefined =>
  node.kind === 'list' ? marked(listOf(node.at, node.items.flatMap(form)), node) : wrong(node, to, key, 'a list');

/** `NAME=value` lines or a table. A name alone takes its value from the machine. */
const pairs: Form = (node, to, key) => {
  if (node.kind === 'scalar') return wrong(node, to, key, 'a list or a table');
  if (node.kind === 'list') {
    const entries = node.items.flatMap((item): readonly (readonly [string, Entry])[] => {
      if (item.kind !== 'scalar') {
        wrong(item, to, key, 'a list of NAME=value');
        return [];
      }
      const sign = item.text.indexOf('=');
      const value: Node =
        sign === -1 ? { ...item, value: null, text: '' } : { ...item, value: item.text.slice(sign + 1), text: item.text.slice(sign + 1) };
      return [[sign === -1 ? item.text : item.text.slice(0, sign), { at: item.at, value: marked(value, item) }]];
    });
    return marked({ ...mapOf(node.at, entries), isLines: true }, node);
  }
  for (const { value } of node.entries.values()) if (value.kind !== 'scalar') wrong(value, to, key, 'a table of single values');
  return marked(
    mapOf(
      node.at,
      [...node.entries].filter(([, { value }]) => value.kind === 'scalar'),
    ),
    node,
  );
};
const path = (node: Node | undefined, { folder }: Forming): Node | undefined =>
  node?.kind === 'scalar' && !isNull(node) ? marked(scalar(resolvedPath(folder, node.text), node.at), node) : node;
const withEntry = (map: MapNode, key: string, value: Node | undefined): MapNode => {
  const own = map.entries.get(key);
  return value === undefined ? map : { ...map, entries: new Map([...map.entries, [key, { at: own?.at ?? map.at, value }]]) };
};
const build: Form = (node, to, key) => {
  if (node.kind === 'list') return wrong(node, to, key, 'a path or a table');
  const map = node.kind === 'map' ? node : marked(mapOf(node.at, [['context', { at: node.at, value: node }]]), node);
  const args = valueAt(map, 'args');
  const withPath = withEntry(map, 'context', path(valueAt(map, 'context'), to));
  return args === undefined || isNull(args) ? withPath : withEntry(withPath, 'args', pairs(args, to, 'args'));
};
const dependsOn: Form = (node, to, key) => {
  if (node.kind === 'scalar') return wrong(node, to, key, 'a list or a table');
  if (node.kind === 'map') return node;
  const started = (at: Place) =>
    mapOf(at, [
      ['condition', { at, value: scalar('service_started', at) }],
      ['required', { at, value: { kind: 'scalar', value: true, text: 'true', at } }],
    ]);
  return marked(
    mapOf(
      node.at,
      node.items.flatMap((item) => (item.kind === 'scalar' ? [[item.text, { at: item.at, value: started(item.at) }] as const] : [])),
    ),
    node,
  );
};
const envFile: Form = (node, to, key) => {
  const list = node.kind === 'list' ? node : marked(listOf(node.at, [node]), node);
  return items(list, to, key, (item) => {
    const map = item.kind === 'map' ? item : marked(mapOf(item.at, [['path', { at: item.at, value: item }]]), item);
    return [withEntry(map, 'path', path(valueAt(map, 'path'), to))];
  });
};
const ports: Form = (node, to, key) =>
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
const volumes: Form = (node, to, key) =>
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
const mounts: Form = (node, to, key) =>
  items(node, to, key, (item) => [item.kind === 'map' ? item : mapOf(item.at, [['source', { at: item.at, value: item }]])]);

/** A word of a list is a text: 3 is none, '3' is. */
const command: Form = (node, to, key) =>
  node.kind === 'map' || (node.kind === 'list' && node.items.some((item) => item.kind !== 'scalar' || typeof item.value !== 'string'))
    ? wrong(node, to, key, 'a text or a list of texts, numbers in quotes')
    : node;

const FORMS: Readonly<Record<string, Form>> = {
  image: one,
  build,
  container_name: one,
  command,
  entrypoint: command,
  environment: pairs,
  env_file: envFile,
  ports,
  expose: texts,
  volumes,
  tmpfs: texts,
  depends_on: dependsOn,
  healthcheck: table,
  user: one,
  read_only: one,
  profiles: texts,
  network_mode: one,
  ipc: one,
  pid: one,
  volumes_from: texts,
  networks: asItIs,
  hostname: one,
  links: texts,
  secrets: mounts,
  configs: mounts,
  extends: asItIs,
  labels: asItIs,
  provider: asItIs,
};

/** A service in the one form that merging and rules read: tables for tables, paths from the root. What no rule asks for is left out. */
export const canonicalService = (service: MapNode, folder: string, problems: FormProblem[]): MapNode => {
  const entries = [...service.entries].flatMap(([key, { at, value }]): readonly (readonly [string, Entry])[] => {
    const form = Object.hasOwn(FORMS, key) ? FORMS[key] : undefined;
    if (form === undefined || (isNull(value) && value.mark === undefined)) return [];
    const formed = value.mark === 'reset' ? value : form(value, { folder, problems }, key);
    return formed === undefined ? [] : [[key, { at, value: formed }]];
  });
  return { ...service, entries: new Map(entries) };
};
/** Of a name that the machine alone knows nothing can be said. */
export const isOpen = (map: Node | undefined): boolean => map?.kind === 'map' && [...map.entries.keys()].some((name) => !isKnown(name));
export const hasEntry = (node: Node | undefined, key: string): boolean => entryAt(node, key) !== undefined;
