import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byCodePoint } from '../../../contracts/finding';
import type { SourceFile } from '../read/read-tree';
import { isManifestFile } from './source';

/** The manifests below a folder, by path. Links are not followed: they could lead anywhere. */
export const readFolder = (folder: string): readonly SourceFile[] =>
  filesBelow(folder)
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
    .toSorted((a, b) => byCodePoint(a.path, b.path));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesBelow(path);
    return entry.isFile() && isManifestFile(entry.name) ? [path] : [];
  });
