import { readFileSync } from 'node:fs';
import { runSynth } from '../../../../cli/synth/run-synth';

/** main.ts with a synthesis from outside: `{"files": [[path, text]], "findings": [], "notes": []}` */
const { SYNTHESIS_FILE: file } = process.env;
const { files, findings, notes } = JSON.parse(file === undefined ? (process.env.SYNTHESIS ?? '') : readFileSync(file, 'utf8'));

// Root may write anywhere, so a test about permissions is somebody else from here on.
if (process.env.AS_NOBODY && process.geteuid?.() === 0) process.seteuid?.(65534);

const synthesis = (take: (path: string, text: string) => void) => {
  for (const [path, text] of files) take(path, text);
  return { findings, notes };
};
process.exitCode = runSynth(synthesis, process);
