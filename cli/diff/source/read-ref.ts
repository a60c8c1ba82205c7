import { byCodePoint } from '../../../contracts/finding';
import type { SourceFile } from '../read/read-tree';
import { git } from './git';
import { isManifestFile, type SourceProblem } from './source';

/** The commit a ref names, or why there is none. */
export const commitOf = (folder: string, ref: string): string | SourceProblem => {
  const inside = git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (!inside.ok || inside.out.trim() !== 'true') {
    const isBare = git(folder, ['rev-parse', '--is-bare-repository']).out.trim() === 'true';
    if (inside.err === 'git is not installed') return { problem: inside.err, fix: 'install git, or name two folders' };
    return isBare
      ? { problem: 'this is a bare repository, without files', fix: 'run it in a clone (git clone), or name two folders' }
      : { problem: `${ref} is no folder, and this is no git repository`, fix: 'name two folders, or run it inside a repository' };
  }
  if (ref === '' || ref.startsWith('-') || /[\p{Cc}\s~^:?*[\\]/u.test(ref.replace(/[~^]\d*/g, '')))
    return { problem: `${JSON.stringify(ref)} is no name of a ref`, fix: 'name a branch, a tag, a commit or a folder' };
  const found = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  if (found.ok) return found.out.trim();
  return isShallow(folder)
    ? {
        problem: `${ref} is not in this clone, which is shallow`,
        fix: `git fetch --unshallow origin, or in GitHub Actions: fetch-depth: 0`,
      }
    : { problem: `${ref} is neither a folder nor a git ref`, fix: 'see git branch --all for refs; git fetch origin if it is only there' };
};
export const isShallow = (folder: string): boolean => git(folder, ['rev-parse', '--is-shallow-repository']).out.trim() === 'true';

/** The manifests below a path at a commit, read from git's objects: nothing is checked out. */
export const readRef = (folder: string, commit: string, path: string): readonly SourceFile[] | SourceProblem => {
  const prefix = git(folder, ['rev-parse', '--show-prefix']).out.trim();
  const root = `${prefix}${path}`.replace(/^\.\//, '').replace(/\/+$/, '');
  const listed = git(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', root]);
  if (!listed.ok) return { problem: `git could not read ${root} at ${commit}: ${listed.err.trim()}`, fix: 'git fsck' };
  const entries = listed.out.split('\0').flatMap((line) => {
    const [, type, id, file] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
    return type === 'blob' && id !== undefined && file !== undefined && isManifestFile(file) && !line.startsWith('120000')
      ? [{ id, file }]
      : [];
  });
  const texts = blobs(
    folder,
    entries.map(({ id }) => id),
  );
  return entries
    .map(({ id, file }) => ({ path: file.slice(root.length).replace(/^\//, ''), text: texts.get(id) ?? '' }))
    .toSorted((a, b) => byCodePoint(a.path, b.path));
};

/** All in one call of git. Sizes are in bytes, so the answer is cut as bytes. */
const blobs = (folder: string, ids: readonly string[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const answer = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`).bytes;
  let at = 0;
  for (const id of ids) {
    const end = answer.indexOf(10, at);
    const size = Number(answer.toString('utf8', at, end).split(' ')[2]);
    if (end === -1 || Number.isNaN(size)) break;
    texts.set(id, answer.toString('utf8', end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return texts;
};
