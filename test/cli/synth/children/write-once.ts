import { runSynth } from '../../../../cli/synth/run-synth';

/** main.ts with a synthesis from outside: `{"files": [[path, text]], "findings": [], "notes": []}`. */
const { files, findings, notes } = JSON.parse(process.env.SYNTHESIS ?? '');

// Root may write anywhere, so a test about permissions is somebody else from here on.
if (process.env.AS_NOBODY && process.geteuid?.() === 0) process.seteuid?.(65534);

process.exitCode = runSynth({ files: new Map(files), findings, notes }, process);
