import { branchOf, type Event, tagOf } from '../read/event';
import { ANYTHING, COMMIT, joined, knownText, mapKnown, type Part, type Parts, SHORT_COMMIT } from '../read/parts';
import type { Scope } from '../read/scope';
import { csvFields } from './csv-fields';
import { withHoles } from './holes';
import { saferMatch } from './safer-match';
import { semverOf } from './semver-of';
import { type TagLine, tagLine } from './tag-line';

/** A line whose attributes may have holes. */
type OpenLine = TagLine & { readonly read: (text: string) => Parts };

/** A tag that a line makes at an event. */
export interface MadeTag {
  readonly tag: Parts;
  /** The line, as it stands there; of `latest` the one that brings it in. */
  readonly line: string;
  readonly isAutomatic?: true;
  /** False: only a run knows whether the line counts. */
  readonly isCertain: boolean;
}
export interface Expanded {
  readonly tags: readonly MadeTag[];
  /** Of the output of that name; undefined: no tag at all, or not known. */
  readonly version: Parts | undefined;
}
/** https://github.com/docker/metadata-action#global-expressions */
export const GLOBAL = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch', 'date', 'commit_date'];
const DEFAULTS = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr'];

interface Flavor {
  readonly latest: 'auto' | 'true' | 'false' | 'unknown';
  readonly prefix?: Parts;
  readonly suffix?: Parts;
  readonly onLatest: { readonly prefix: boolean; readonly suffix: boolean };
}
/** What docker/metadata-action makes of its inputs at an event: `tags` and `flavor` are lines. */
export const expand = (lines: readonly string[], flavorLines: readonly string[], scope: Scope): Expanded => {
  const flavor = flavorOf(flavorLines, scope);
  const parsed = (lines.length === 0 ? DEFAULTS : lines).flatMap((line) => {
    const { text, read } = withHoles(scope.read(line));
    const one = tagLine(text);
    return typeof one === 'string' ? [] : [{ ...one, written: line, read }];
  });
  const made: MadeTag[] = [];
  let latest: { readonly isOn: boolean | undefined; readonly line: string; readonly isCertain: boolean } | undefined;
  let certainYet = true;
  for (const line of parsed.toSorted((a, b) => b.priority - a.priority)) {
    const enabled = enabledOf(line, scope);
    if (enabled === false) continue;
    const value = valueOfLine(line, scope);
    if (value === undefined || (value !== 'unknown' && knownText(value.tag) === '')) continue;
    const isCertain = enabled === true && value !== 'unknown';
    const tag = value === 'unknown' ? [ANYTHING] : around(line, value.tag, flavor, scope);
    if (knownText(tag) === '') continue;
    // The first line that makes a tag decides on `latest`.
    if (latest === undefined || (!certainYet && isCertain)) {
      const auto = value === 'unknown' ? undefined : value.isLatest;
      latest = {
        isOn: flavor.latest === 'auto' ? auto : flavor.latest === 'unknown' ? undefined : flavor.latest === 'true',
        line: line.written,
        isCertain,
      };
      certainYet = isCertain;
    }
    made.push({ tag: sanitized(tag), line: line.written, isCertain });
  }
  const isLatest = latest?.isOn === true && latest.isCertain;
  const name = joined([
    ...(flavor.onLatest.prefix ? (flavor.prefix ?? []) : []),
    'latest',
    ...(flavor.onLatest.suffix ? (flavor.suffix ?? []) : []),
  ]);
  const version = made[0]?.isCertain === true ? made[0].tag : undefined;
  return {
    tags: [...made, ...(isLatest ? [{ tag: name, line: latest?.line ?? '', isAutomatic: true as const, isCertain: true }] : [])],
    version,
  };
};
const flavorOf = (lines: readonly string[], scope: Scope): Flavor => {
  let latest: Flavor['latest'] = 'auto';
  const texts: { prefix?: Parts; suffix?: Parts } = {};
  const onLatest = { prefix: false, suffix: false };
  for (const line of lines) {
    const { text, read } = withHoles(scope.read(line));
    let last: 'prefix' | 'suffix' | undefined;
    for (const field of csvFields(text)) {
      const [key = '', value = ''] = field.split('=').map((one) => one.trim());
      const known = knownText(read(value));
      if (key === 'latest') latest = known === 'true' || known === 'false' || known === 'auto' ? known : 'unknown';
      if (key === 'prefix' || key === 'suffix') {
        texts[key] = read(value);
        last = key;
      }
      if (key === 'onlatest' && last !== undefined) onLatest[last] = value === 'true';
    }
  }
  return { latest, ...texts, onLatest };
};
const enabledOf = ({ attributes: { enable = 'true' }, read }: OpenLine, scope: Scope): boolean | undefined => {
  const known = knownText(globals(read(enable), scope));
  return known === 'true' ? true : known === 'false' ? false : undefined;
};
type Found = { readonly tag: Parts; readonly isLatest: boolean };
const valueOfLine = (line: OpenLine, scope: Scope): Found | 'unknown' | undefined => {
  const { type, attributes, read } = line;
  const { event } = scope;
  const tag = tagOf(event);
  const branch = branchOf(event);
  switch (type) {
    case 'schedule':
      return event.name !== 'schedule' ? undefined : { tag: globals(read(attributes.pattern ?? 'nightly'), scope), isLatest: false };
    case 'semver': {
      const source = attributes.value === undefined || attributes.value === '' ? tag : knownText(globals(read(attributes.value), scope));
      if (source === undefined) return attributes.value === undefined || attributes.value === '' ? undefined : 'unknown';
      const version = semverOf(source.replaceAll('/', '-'));
      if (version === undefined) return undefined;
      const pattern = attributes.pattern as string;
      if (version.isPre)
        return { tag: [/^\{\{\s*raw\s*\}\}$/.test(pattern) ? version.fields.raw : version.fields.version], isLatest: false };
      return { tag: filled(read(pattern), (name) => [version.fields[name as keyof typeof version.fields] ?? '']), isLatest: true };
    }
    case 'pep440': {
      const source = attributes.value === undefined || attributes.value === '' ? tag : undefined;
      if (source === undefined) return attributes.value === undefined || attributes.value === '' ? undefined : 'unknown';
      return /^v?\d/.test(source) ? 'unknown' : undefined;
    }
    case 'match': {
      const source = attributes.value === undefined || attributes.value === '' ? tag : knownText(globals(read(attributes.value), scope));
      if (source === undefined) return attributes.value === undefined || attributes.value === '' ? undefined : 'unknown';
      const found = saferMatch(attributes.pattern as string, source, Number(attributes.group ?? 0));
      return found === 'unknown' ? 'unknown' : found === undefined ? undefined : { tag: [found], isLatest: true };
    }
    case 'edge':
      if (branch === undefined) return undefined;
      return (attributes.branch ?? '') === '' ? 'unknown' : attributes.branch === branch ? { tag: ['edge'], isLatest: false } : undefined;
    case 'ref':
      if (attributes.event === 'branch') return branch === undefined ? undefined : { tag: [branch], isLatest: false };
      if (attributes.event === 'tag') return tag === undefined ? undefined : { tag: [tag], isLatest: true };
      return attributes.event === 'pr' ? undefined : 'unknown';
    case 'raw':
      return { tag: globals(read(attributes.value as string), scope), isLatest: false };
    case 'sha':
      return { tag: [attributes.format === 'long' ? COMMIT : SHORT_COMMIT], isLatest: false };
  }
};
const around = ({ type, attributes, read }: OpenLine, tag: Parts, flavor: Flavor, scope: Scope): Parts => {
  const standard = type === 'sha' ? 'sha-' : type === 'ref' && attributes.event === 'pr' ? 'pr-' : undefined;
  const own = attributes.prefix ?? standard;
  const prefix = own === undefined ? (flavor.prefix ?? []) : read(own);
  const suffix = attributes.suffix === undefined ? (flavor.suffix ?? []) : read(attributes.suffix);
  return joined([...globals(prefix, scope), ...tag, ...globals(suffix, scope)]);
};
const sanitized = (tag: Parts): Parts => mapKnown(tag, (text) => text.replace(/[^a-zA-Z0-9._-]+/g, '-'));

/** An attribute in which global expressions stand. One that is none comes out empty, as in the action. */
const globals = (parts: Parts, scope: Scope): Parts => filled(parts, (name) => globalOf(name, scope.event));
const globalOf = (name: string, event: Event): Parts => {
  switch (name.split(/\s/)[0]) {
    case 'branch':
      return [branchOf(event) ?? ''];
    case 'tag':
      return [tagOf(event) ?? ''];
    case 'sha':
      return [SHORT_COMMIT];
    case 'base_ref':
      return [tagOf(event) === undefined ? '' : ANYTHING];
    case 'is_default_branch':
    case 'is_not_default_branch':
      // A tag is no branch; which branch is the default one only the repository knows.
      return tagOf(event) === undefined ? [ANYTHING] : [String(name !== 'is_default_branch')];
    case 'date':
    case 'commit_date':
      return [ANYTHING];
    default:
      return [''];
  }
};
const filled = (parts: Parts, value: (name: string) => Parts): Parts =>
  joined(
    parts.flatMap((part): readonly Part[] =>
      typeof part !== 'string'
        ? [part]
        : part.split(/(\{\{\{?[^{}]*\}?\}\})/).flatMap((text) => {
            const name = /^\{\{\{?([^{}]*)\}?\}\}$/.exec(text)?.[1];
            return name === undefined ? [text] : value(name.trim());
          }),
    ),
  );
