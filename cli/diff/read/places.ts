/**
 * Folders that hold the same object twice are for different clusters, as dist and dist/production are: an object of one is never that of
 * the other. The roots of such folders, the longest first.
 */
export const placesOf = (folders: readonly ReadonlySet<string>[]): readonly string[] => {
  const roots = new Set<string>();
  const seen = new Set<string>();
  for (const those of folders) {
    if (those.size < 2) continue;
    const all = [...those].toSorted();
    const known = all.join('\u0000');
    if (seen.has(known)) continue;
    seen.add(known);
    for (const a of all) for (const b of all) if (a !== b) roots.add(rootApart(a, b));
  }
  roots.delete('');
  return [...roots].toSorted((a, b) => b.length - a.length);
};
/** The shortest part of a folder's path that the other does not begin with; empty when the other lies below it. */
const rootApart = (folder: string, other: string): string => {
  const steps = folder.split('/').filter((step) => step !== '');
  const others = other.split('/');
  const apart = steps.findIndex((step, index) => step !== others[index]);
  return apart === -1 ? '' : steps.slice(0, apart + 1).join('/');
};

export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));
export const placeIn = (file: string, roots: readonly string[]): string => roots.find((root) => file.startsWith(`${root}/`)) ?? '';
