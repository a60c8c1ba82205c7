import { type Form, items, marked, path, withEntry, wrong } from './form';
import { type Entry, isNull, listOf, type MapNode, mapOf, type Node, type Place, scalar, valueAt } from './node';
import { ports } from './port-form';
import type { FormProblem } from './reading';
import { volumes } from './volume-form';

const asItIs: Form = (node) => node;
const one: Form = (node, to, key) => (node.kind === 'scalar' ? node : wrong(node, to, key, 'one value'));
const table: Form = (node, to, key) => (node.kind === 'map' ? node : wrong(node, to, key, 'a table'));
/** One or several texts. */
const texts: Form = (node, to, key) => {
  if (node.kind === 'scalar') return marked(listOf(node.at, [node]), node);
  return node.kind === 'list' && node.items.every(({ kind }) => kind === 'scalar') ? node : wrong(node, to, key, 'a list of words');
};
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
