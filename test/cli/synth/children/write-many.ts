import { OUTPUTS } from './outputs';
import { replaceFolder } from './replace-folder';

/** Replaces one folder by each of the two outputs in turn, so that every write changes it: the folder, how often. */
const [folder = '', times = ''] = process.argv.slice(2);

process.stdout.write('begins\n');
for (let turn = 0; turn < Number(times); turn++) {
  const replaced = replaceFolder(folder, new Map(Object.entries(OUTPUTS[turn % 2] ?? {})));
  if (replaced.kind === 'refused') throw new Error(replaced.finding.found);
}
