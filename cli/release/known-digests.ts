import { dirname } from 'node:path';
import type { Versions } from '../../contracts/target';
import { git } from '../diff/source/git';

/** What a tag of an image was, and where that stands. */
export interface KnownDigest {
  readonly image: string;
  readonly tag: string;
  readonly digest: string;
  /** `production in targets/versions.json`, `production at 1a2b3c4`. */
  readonly where: string;
}
export interface History {
  readonly digests: readonly KnownDigest[];
  /** What could not be looked at. */
  readonly notes: readonly string[];
}

/** The digests that a versions.json gives tags. It may be any JSON: an old one may have had another form. */
export const digestsIn = (versions: unknown, place: string): readonly KnownDigest[] =>
  entries(versions).flatMap(([target, images]) =>
    entries(images).flatMap(([image, entry]) => {
      const { tag, digest } = Object.fromEntries(entries(entry)) as Partial<Record<keyof Versions[string][string], unknown>>;
      return typeof tag === 'string' && typeof digest === 'string' ? [{ image, tag, digest, where: `${target} ${place}` }] : [];
    }),
  );
const entries = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const AT_ONCE = 200;
/** What every commit that this clone has says, on any branch: a tag in a registry knows no branches. */
export const digestsInHistory = (file: string): History => {
  const folder = dirname(file);
  const log = git(folder, ['log', '--all', '--full-history', '-m', '--no-renames', '--raw', '--no-abbrev', '--format=%H', '--', file]);
  if (!log.ok) return { digests: [], notes: ['older versions are not known: this is no git repository with commits'] };
  const isShallow = git(folder, ['rev-parse', '--is-shallow-repository']).out.trim() === 'true';
  const blobs = blobsOf(log.out);
  const digests: KnownDigest[] = [];
  for (let from = 0; from < blobs.length; from += AT_ONCE) digests.push(...readDigests(folder, blobs.slice(from, from + AT_ONCE)));
  const notes = isShallow ? ['older versions are not known: this clone is shallow (git fetch --unshallow)'] : [];
  return { digests, notes };
};

interface Blob {
  readonly id: string;
  readonly commit: string;
}
/** Each content once, with the oldest commit that has it. */
const blobsOf = (log: string): readonly Blob[] => {
  const blobs = new Map<string, string>();
  let commit = '';
  for (const line of log.split('\n')) {
    const [, id] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) /.exec(line) ?? [];
    if (id === undefined) commit = line.slice(0, 7) || commit;
    else if (!/^0+$/.test(id)) blobs.set(id, commit);
  }
  return [...blobs].map(([id, at]) => ({ id, commit: at }));
};
const readDigests = (folder: string, blobs: readonly Blob[]): readonly KnownDigest[] => {
  const answer = git(folder, ['cat-file', '--batch'], `${blobs.map(({ id }) => id).join('\n')}\n`).bytes;
  let at = 0;
  return blobs.flatMap(({ commit }) => {
    const end = answer.indexOf(10, at);
    const size = Number(answer.toString('utf8', at, end).split(' ')[2]);
    const text = answer.toString('utf8', end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return digestsIn(parsed(text), `at ${commit}`);
  });
};
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
