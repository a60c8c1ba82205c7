import { dirname } from 'node:path/posix';
import { canonicalService } from './canonical-service';
import type { Lookup } from './interpolate';
import { mergeMaps, withoutResets } from './merge-nodes';
import { type Entry, entryAt, isKnown, type MapNode, type Place, valueAt } from './node';
import { readFile, type Seen } from './read-file';
import type { Reading } from './reading';
import { Refusal } from './refusal';
import { isAddress, resolvedPath } from './resolved-path';

export interface Services {
  readonly file: string;
  readonly folder: string;
  /** As they stand, `extends` included, each in its one form. */
  readonly raw: ReadonlyMap<string, Entry>;
}
interface Way {
  readonly file: string;
  readonly service: string;
  readonly at: Place;
}
export interface Extending {
  readonly lookup: Lookup;
  readonly reading: Reading;
  readonly seen: Seen;
  /** Files that are extended from, read once. */
  readonly files: Map<string, Services>;
}
/** Names of services whose base nobody here can see. */
export type Unseen = Set<string>;

/** A service with what it extends beneath it. */
export const applyExtends = (
  services: Services,
  name: string,
  to: Extending,
  unseen: Unseen,
  way: readonly Way[] = [],
): MapNode | undefined => {
  const entry = services.raw.get(name);
  const own = entry?.value;
  if (entry === undefined || own?.kind !== 'map') return undefined;
  const said = entryAt(own, 'extends');
  const { extends: _, ...others } = Object.fromEntries(own.entries) as Record<string, Entry>;
  const bare: MapNode = { ...own, entries: new Map(Object.entries(others)) };
  if (said === undefined || said.value.mark === 'reset') return bare;
  const step: Way = { file: services.file, service: name, at: entry.at };
  if (way.some(({ file, service }) => file === step.file && service === step.service))
    throw new Refusal(
      `${step.file}:${step.at.line}: ${[...way, step].map(({ service }) => service).join(' extends ')}, which is a circle`,
      'let one of them stand alone',
    );
  if (way.length > 30) throw new Refusal(`${step.file}:${step.at.line}: more than 30 services extend one another`, 'extend fewer');
  const text = (key: string) => {
    const value = said.value.kind === 'scalar' ? (key === 'service' ? said.value : undefined) : valueAt(said.value, key);
    return value?.kind === 'scalar' && value.value !== null ? value : undefined;
  };
  const [service, file] = [text('service'), text('file')];
  if (service === undefined) {
    to.reading.problems.push({ at: said.at, found: 'extends names no service', fix: 'name the service' });
    return bare;
  }
  if (!isKnown(service.text) || (file !== undefined && (!isKnown(file.text) || isAddress(file.text)))) {
    unseen.add(name);
    return bare;
  }
  const from = file === undefined ? services : fileServices(resolvedPath(services.folder, file.text), file.at, to);
  const base = from === undefined ? undefined : applyExtends(from, service.text, to, unseen, [...way, step]);
  if (base === undefined) {
    unseen.add(name);
    if (from !== undefined)
      to.reading.problems.push({
        at: service.at,
        found: `there is no service ${service.text} to extend in ${from.file}`,
        fix: 'name a service that is there',
      });
    return bare;
  }
  if (unseen.has(service.text) && from === services) unseen.add(name);
  return mergeMaps(withoutResets(base) as MapNode, bare);
};
const fileServices = (path: string, at: Place, to: Extending): Services | undefined => {
  const known = to.files.get(path);
  if (known !== undefined) return known;
  const documents = readFile(path, at, to.lookup, to.reading, to.seen);
  if (documents.length === 0) return undefined;
  const folder = dirname(path) === '.' ? '' : dirname(path);
  const raw = new Map(documents.flatMap((document) => rawServices(document, folder, to.reading)));
  const services = { file: path, folder, raw };
  to.files.set(path, services);
  return services;
};
export const rawServices = (document: MapNode, folder: string, { problems }: Reading): readonly (readonly [string, Entry])[] => {
  const services = valueAt(document, 'services');
  if (services === undefined) return [];
  if (services.kind !== 'map') {
    if (services.kind !== 'scalar' || services.value !== null) problems.push({ at: services.at, found: 'services is a table of services' });
    return [];
  }
  return [...services.entries].flatMap(([name, { at, value }]): readonly (readonly [string, Entry])[] => {
    if (value.kind === 'scalar' && value.value === null)
      return [[name, { at, value: { kind: 'map', entries: new Map(), at, ...(value.mark === undefined ? {} : { mark: value.mark }) } }]];
    if (value.kind !== 'map') {
      problems.push({ at, found: `the service ${name} is no table`, fix: 'give it an image or a build' });
      return [];
    }
    return [[name, { at, value: canonicalService(value, folder, problems) }]];
  });
};
