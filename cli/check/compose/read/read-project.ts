import { dirname } from 'node:path/posix';
import { decode } from '../../dockerfile/decode';
import { applyExtends, type Extending, rawServices, type Services } from './apply-extends';
import type { ComposeService, ToldVariable } from './compose-service';
import type { Lookup } from './interpolate';
import { mergeMaps, uniqueItems, withoutResets } from './merge-nodes';
import { type Entry, isKnown, isNull, type MapNode, type Node, type Place, scalar, valueAt } from './node';
import { readDotenv } from './read-dotenv';
import { type ReadComments, readFile, type Seen } from './read-file';
import type { FormProblem, Reading } from './reading';
import { Refusal } from './refusal';
import { isAddress, resolvedPath } from './resolved-path';
import { type FromFiles, toService } from './to-service';

/** What the files of a project say together. */
export interface ComposeProject {
  /** The first file. */
  readonly path: string;
  readonly services: ReadonlyMap<string, ComposeService>;
  /** Names of the top-level volumes, and where each stands. */
  readonly volumes: ReadonlyMap<string, Place>;
  /** Top-level `version:`, where a file has it. */
  readonly version?: Place;
  /** Part of it stands where nobody here can look. */
  readonly isOpen: boolean;
  readonly problems: readonly FormProblem[];
  readonly comments: ReadonlyMap<string, ReadComments>;
}
interface Loaded {
  readonly services: MapNode;
  readonly volumes: MapNode;
  readonly unseen: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly version?: Place;
  /** What each service's own variables come from, where an include brings its own env file. */
  readonly lookups: ReadonlyMap<string, Lookup>;
}
interface Loading {
  readonly reading: Reading;
  readonly seen: Seen;
}
const MOST_VARIABLES = 20_000;
const NOWHERE: Place = { file: '', line: 1, column: 1 };
const KEYS = ['version', 'name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs', 'models'];
const shownKey = (key: string): string => (/^[\w-]{1,60}$/.test(key) ? key : 'this');
const empty = (at: Place): MapNode => ({ kind: 'map', entries: new Map(), at });
const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));

/** Reads compose files as docker compose does, one on top of the other. @throws Refusal */
export const readProject = (paths: readonly string[], bytes: Reading['bytes']): ComposeProject => {
  const reading: Reading = { problems: [], bytes: once(bytes) };
  const seen: Seen = new Map();
  const folder = folderOf(paths[0] ?? '');
  const lookup = dotenvLookup([resolvedPath(folder, '.env')], () => undefined, reading).lookup;
  const loaded = load(paths, folder, lookup, { reading, seen }, []);
  const services = new Map<string, ComposeService>();
  let variables = 0;
  for (const [name, { at, value }] of loaded.services.entries) {
    const node = withoutResets(value) as MapNode;
    const own = loaded.lookups.get(name) ?? lookup;
    const files = filesOf(node, own, reading);
    variables += files.values.size;
    if (variables > MOST_VARIABLES)
      throw new Refusal(
        `${at.file}:${at.line}: env files give more than ${MOST_VARIABLES} variables together`,
        'check the parts one by one',
      );
    services.set(name, toService(name, at, node, files, loaded.unseen.has(name), own));
  }
  return {
    path: paths[0] ?? '',
    services,
    volumes: new Map([...loaded.volumes.entries].map(([name, { at }]) => [name, at])),
    ...(loaded.version === undefined ? {} : { version: loaded.version }),
    isOpen: loaded.isOpen,
    problems: reading.problems,
    comments: seen,
  };
};

/** Each file is read once, and not more of them than there is room for. */
const once = (bytes: Reading['bytes']): Reading['bytes'] => {
  const known = new Map<string, ReturnType<Reading['bytes']>>();
  let together = 0;
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const read = bytes(path);
    together += typeof read === 'string' ? 0 : read.length;
    if (together > LARGEST_TOGETHER) throw new Refusal(`${path}: with it the files are larger than 4 MiB`, 'check the parts one by one');
    known.set(path, read);
    return read;
  };
};
const LARGEST_TOGETHER = 4_194_304;

const load = (paths: readonly string[], folder: string, lookup: Lookup, to: Loading, way: readonly string[]): Loaded => {
  let services = empty(NOWHERE);
  let volumes = empty(NOWHERE);
  let version: Place | undefined;
  let isOpen = false;
  const unseen = new Set<string>();
  const lookups = new Map<string, Lookup>();
  const files = new Map<string, Services>();
  for (const path of paths) {
    if (way.includes(path)) throw new Refusal(`${[...way, path].join(' includes ')}, which is a circle`, 'take one include out');
    for (const document of readFile(path, undefined, lookup, to.reading, to.seen)) {
      version ??= document.entries.get('version')?.at;
      for (const [key, { at }] of document.entries)
        if (!KEYS.includes(key) && !key.startsWith('x-'))
          to.reading.problems.push({
            at,
            found: `${shownKey(key)} is nothing that a compose file has`,
            fix: 'put services below services:, and what is your own below x-…',
          });
      const extending: Extending = { lookup, reading: to.reading, seen: to.seen, files };
      const raw = new Map(rawServices(document, folder, to.reading));
      const here: Services = { file: path, folder, raw };
      const own = new Map<string, Entry>();
      for (const [name, entry] of raw) {
        const whole = applyExtends(here, name, extending, unseen);
        if (whole !== undefined)
          own.set(name, {
            at: entry.at,
            value: listsUnique({ ...whole, ...(entry.value.mark === undefined ? {} : { mark: entry.value.mark }) }),
          });
      }
      for (const part of included(document, folder, lookup, to, [...way, path])) {
        if (part === 'unseen') {
          isOpen = true;
          continue;
        }
        services = withoutResets(mergeMaps(services, part.services)) as MapNode;
        volumes = mergeMaps(volumes, part.volumes);
        isOpen ||= part.isOpen;
        for (const name of part.unseen) unseen.add(name);
        for (const [name, one] of part.lookups) lookups.set(name, one);
      }
      services = withoutResets(mergeMaps(services, { kind: 'map', entries: own, at: document.at })) as MapNode;
      const said = valueAt(document, 'volumes');
      if (said?.kind === 'map') volumes = mergeMaps(volumes, said);
    }
  }
  return { services: inFolder(services, folder), volumes, unseen, isOpen, lookups, ...(version === undefined ? {} : { version }) };
};
/** A build without a context takes the folder of its project. */
const inFolder = (services: MapNode, folder: string): MapNode => ({
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
const listsUnique = (service: MapNode): MapNode => ({
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

const textsIn = (node: Node | undefined): readonly { readonly text: string; readonly at: Place }[] =>
  node === undefined ? [] : node.kind === 'list' ? node.items.flatMap(textsIn) : node.kind === 'scalar' && !isNull(node) ? [node] : [];

const included = (
  document: MapNode,
  folder: string,
  lookup: Lookup,
  to: Loading,
  way: readonly string[],
): readonly (Loaded | 'unseen')[] => {
  const said = valueAt(document, 'include');
  if (said === undefined || isNull(said)) return [];
  if (said.kind !== 'list') {
    to.reading.problems.push({ at: said.at, found: 'include is a list', fix: 'write a - before the file' });
    return [];
  }
  if (way.length > 20) throw new Refusal(`${way[0]}: more than 20 files include one another`, 'include fewer');
  return said.items.map((item) => {
    const paths = textsIn(item.kind === 'map' ? valueAt(item, 'path') : item);
    if (paths.length === 0 || paths.some(({ text }) => !isKnown(text) || isAddress(text))) return 'unseen';
    const resolved = paths.map(({ text }) => resolvedPath(folder, text));
    const [first = ''] = resolved;
    // A file that is not there is named at the place that names it.
    const absent = resolved.findIndex((path) => typeof to.reading.bytes(path) === 'string');
    if (absent !== -1) {
      readFile(resolved[absent] as string, paths[absent]?.at, lookup, to.reading, to.seen);
      return 'unseen';
    }
    const [project] = textsIn(item.kind === 'map' ? valueAt(item, 'project_directory') : undefined);
    if (project !== undefined && !isKnown(project.text)) return 'unseen';
    const own = project === undefined ? folderOf(first) : resolvedPath(folder, project.text);
    const named = textsIn(item.kind === 'map' ? valueAt(item, 'env_file') : undefined);
    const envFiles = named.length > 0 ? named.map(({ text }) => resolvedPath(folder, text)) : [resolvedPath(own, '.env')];
    const inner = dotenvLookup(envFiles, lookup, to.reading).lookup;
    const loaded = load(resolved, own === '.' ? '' : own, inner, to, way);
    return {
      ...loaded,
      lookups: new Map([...[...loaded.services.entries.keys()].map((name) => [name, inner] as const), ...loaded.lookups]),
    };
  });
};

interface Dotenv {
  readonly lookup: Lookup;
  readonly values: FromFiles['values'];
  readonly isOpen: boolean;
}
/** What env files give on top of what is known already: the machine's own word wins. */
const dotenvLookup = (paths: readonly string[], outer: Lookup, reading: Reading): Dotenv => {
  const values = new Map<string, { readonly at: Place; readonly value: string }>();
  let isOpen = false;
  for (const path of paths) {
    if (!isKnown(path) || isAddress(path)) {
      isOpen = true;
      continue;
    }
    const bytes = reading.bytes(path);
    if (bytes === 'outside')
      throw new Refusal(`the env file ${path} lies outside the folder that is looked at`, 'run it from the folder that holds both');
    const text = typeof bytes === 'string' ? undefined : decode(bytes);
    const entries = typeof text === 'string' ? readDotenv(text, (name) => values.get(name)?.value ?? outer(name)) : undefined;
    if (entries === undefined) isOpen = true;
    for (const [name, { value, line }] of entries ?? []) values.set(name, { at: { file: path, line, column: 1 }, value });
  }
  return { lookup: (name) => outer(name) ?? values.get(name)?.value, values, isOpen };
};
const filesOf = (service: MapNode, lookup: Lookup, reading: Reading): FromFiles => {
  const said = valueAt(service, 'env_file');
  if (said?.kind !== 'list') return { values: new Map(), isOpen: false };
  const values = new Map<string, ToldVariable>();
  let isOpen = false;
  for (const item of said.items) {
    const [path] = textsIn(valueAt(item, 'path'));
    if (path === undefined) continue;
    const isOptional = textsIn(valueAt(item, 'required'))[0]?.text === 'false';
    const isRaw = textsIn(valueAt(item, 'format'))[0] !== undefined;
    const file = dotenvLookup([path.text], (name) => lookup(name) ?? values.get(name)?.value, reading);
    isOpen ||= isRaw || (file.isOpen && !isOptional);
    // A value is found where the file is named: the file itself may hold secrets of one machine.
    if (!isRaw) for (const [name, { value }] of file.values) values.set(name, { at: path.at, value, isMade: true });
  }
  return { values, isOpen };
};
