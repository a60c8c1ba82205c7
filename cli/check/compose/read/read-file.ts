import { decode } from '../../dockerfile/decode';
import type { Comment } from './comments-of';
import { commentsOf } from './comments-of';
import type { Lookup } from './interpolate';
import { interpolated } from './interpolated';
import { isNull, type MapNode, type Node, type Place } from './node';
import { readYaml } from './read-yaml';
import type { Reading } from './reading';
import { Refusal } from './refusal';

/** YAML takes a thousand times its length in memory; nobody writes more by hand. */
const LARGEST = 196_608;
const LARGEST_TOGETHER = 393_216;
const MOST_FILES = 50;

export interface ReadComments {
  readonly comments: readonly Comment[];
  readonly lines: readonly number[];
  /** Of the file, in characters. */
  readonly length: number;
}
export type Seen = Map<string, ReadComments>;

/** The tables of a compose file, one a document, with its variables put in; none: it could not be read, and a problem says why. */
export const readFile = (path: string, named: Place | undefined, lookup: Lookup, reading: Reading, seen: Seen): readonly MapNode[] => {
  const bytes = reading.bytes(path);
  const at = named ?? { file: path, line: 1, column: 1 };
  if (bytes === 'outside')
    throw new Refusal(`${at.file}:${at.line}: ${path} lies outside the folder that is looked at`, 'run it from the folder that holds both');
  if (typeof bytes === 'string') {
    reading.problems.push({
      at,
      found: bytes === 'missing' ? `there is no file ${path}` : `${path} could not be read as a file`,
      fix: 'name a file that is there; docker compose ends here',
    });
    return [];
  }
  if (bytes.length > LARGEST) throw new Refusal(`${path}: more than 192 KiB, which no hand-written file has`, 'keep it below 192 KiB');
  const text = decode(bytes);
  if (typeof text !== 'string') {
    reading.problems.push({ at: { file: path, line: text.line, column: 1 }, found: text.found, fix: text.fix });
    return [];
  }
  if (!seen.has(path)) {
    if (seen.size >= MOST_FILES)
      throw new Refusal(`${at.file}:${at.line}: more than ${MOST_FILES} files belong to it`, 'check the parts one by one');
    const together = [...seen.values()].reduce((sum, one) => sum + one.length, text.length);
    if (together > LARGEST_TOGETHER) throw new Refusal(`${path}: with it the files are larger than 384 KiB`, 'check the parts one by one');
    seen.set(path, { ...commentsOf(text), length: text.length });
  }
  const before = reading.problems.length;
  const documents = readYaml(text.replace(/^\uFEFF/, ''), path, reading.problems);
  if (documents.every(isNull) && reading.problems.length === before)
    reading.problems.push({ at: { file: path, line: 1, column: 1 }, found: 'nothing stands in it', fix: 'begin with services:' });
  return documents.flatMap((document): readonly MapNode[] => {
    const whole: Node = interpolated(document, lookup, reading.problems);
    if (whole.kind === 'map') return [whole];
    if (whole.kind !== 'scalar' || whole.value !== null)
      reading.problems.push({ at: whole.at, found: 'a compose file is a table', fix: 'begin with services:' });
    return [];
  });
};
