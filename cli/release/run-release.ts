import { join } from 'node:path';
import { type Synthesized, synthesize } from '../../constructs/synthesize';
import { printable, toText } from '../../contracts/finding';
import { readSystem } from '../../contracts/read-system';
import { systemShapeFindings } from '../../contracts/shape';
import type { AnySystem } from '../../contracts/system';
import type { Target, Versions } from '../../contracts/target';
import { type Answer, FINE, PROBLEMS, refused } from '../answer';
import { VERSIONS as KUBERNETES } from '../diff/consequences/versions';
import { type Terminal, toText as toReport } from '../diff/forms/to-text';
import { readTrees, type SourceFile } from '../diff/read/read-tree';
import { makeReport } from '../diff/report/make-report';
import type { ReasonOf } from '../diff/report/report';
import { readFolder } from '../diff/source/read-folder';
import { noSuch } from '../no-such';
import { entriesOf } from '../synth/entries-of';
import { otherDigest, versionOf } from './digest-of-tag';
import { editVersions, type Versioned, withVersions } from './edit-versions';
import { digestsIn, digestsInHistory } from './known-digests';
import { readVersions } from './read-versions';
import { releasedImages } from './released-images';
import { writeRelease } from './write-release';

export interface ReleaseWish {
  /** `todo-chatbot`, `todo-chatbot/backend` */
  readonly what: string;
  /** `v1.2.3`, `v1.2.3@sha256:…` */
  readonly version: string;
  readonly target: string;
}
/** The repository that is released from. */
export interface Repository {
  readonly root: string;
  readonly systems: readonly AnySystem[];
  readonly targets: readonly Target[];
}
const FILE = 'targets/versions.json';

/** Writes a version where versions live, makes dist of it, and says what that does to a cluster. */
export const runRelease = (
  wish: ReleaseWish,
  { root, systems, targets }: Repository,
  terminal: Terminal,
  reasonsOf: (run: Synthesized) => ReasonOf,
): Answer => {
  const [name = '', container] = divided(wish.what, '/');
  const [tag = '', digest] = divided(wish.version, '@');
  const system = systems.find((one) => one.name === name);
  const target = targets.find((one) => one.name === wish.target);
  if (system === undefined) return refused(noSuch('system', name, namesOf(systems)));
  if (target === undefined) return refused(noSuch('target', wish.target, namesOf(targets)));
  const shape = systemShapeFindings(system, systems.indexOf(system));
  if (shape.length > 0) return { code: PROBLEMS, out: '', err: shape.map(toText) };

  const [file, dist] = [join(root, FILE), join(root, 'dist')];
  const before = readVersions(file, FILE);
  if ('code' in before) return before;
  const images = releasedImages(readSystem(system).system, container, digest);
  if ('code' in images) return images;
  const history = digestsInHistory(file);
  const known = [...digestsIn(before.versions, `in ${FILE}`), ...history.digests];
  const releases = images.map((image) => ({ image, tag, digest, target: target.name }));
  const changes: Versioned = new Map(releases.map((one) => [one.image, versionOf(one, known)]));
  const run = synthesize(systems, targets, withVersions(before.versions, target.name, changes));
  const findings = [...run.findings, ...releases.flatMap((one) => otherDigest(one, known))];
  // An image of two systems would be said twice.
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: [...new Set(findings.map(toText)), `${FILE} and dist are as they were`] };

  const old = entriesOf(dist).length === 0 ? [] : readFolder(dist);
  const text = editVersions(before.text, target.name, changes);
  const problem = writeRelease({ file, called: FILE, before: before.text, text, dist, files: run.files });
  if (problem !== undefined) return refused(problem);
  const lines = [
    ...changesOf(before.versions, target.name, changes),
    ...history.notes.map((note) => `note: ${note}`),
    `review and commit ${FILE} and dist, then: kubectl --context ${target.name} apply -f ${pathOf(target, name)}`,
  ];
  return { code: FINE, out: toReport(reportOf(old, run, reasonsOf(run)), terminal), err: lines.map(printable) };
};

const divided = (text: string, by: string): readonly string[] => {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};
const namesOf = (all: readonly { readonly name: string }[]): readonly string[] => all.map((one) => one.name);
const pathOf = ({ folder }: Target, system: string): string =>
  ['dist', folder, `${system}.k8s.yaml`].filter((part) => part !== '').join('/');

const reportOf = (old: readonly SourceFile[], { files }: Synthesized, reasonOf: ReasonOf) => {
  const now = [...files].map(([path, text]) => ({ path, text }));
  const trees = readTrees(old, now);
  return makeReport({ name: 'dist before', tree: trees.base }, { name: 'dist', tree: trees.head }, KUBERNETES, reasonOf);
};

const changesOf = (before: Versions, target: string, changes: Versioned): readonly string[] =>
  [...changes].map(([image, version]) => {
    const [old, now] = [shown(before[target]?.[image]), shown(version)];
    return old === now ? `${image} at ${target}: ${now}, as before` : `${image} at ${target}: ${old} → ${now}`;
  });
const shown = (version: Versions[string][string] | undefined): string =>
  version?.tag === undefined ? 'the contract’s own version' : [version.tag, version.digest].filter((part) => part !== undefined).join('@');
