import { join } from 'node:path';
import { entriesOf } from './entries-of';

/** The files of an output folder, as paths below it. */
export const pathsIn = (folder: string): string[] =>
  entriesOf(folder).flatMap((entry) =>
    entry.isDirectory() ? entriesOf(join(folder, entry.name)).map((below) => `${entry.name}/${below.name}`) : [entry.name],
  );
