import { runSynth } from './cli/synth/run-synth';
import { showProgress } from './cli/synth/show-progress';
import { synthesize } from './constructs/synthesize';
import { systems } from './systems';
import { targets, versions } from './targets';

process.exitCode = runSynth(synthesize(systems, targets, versions, showProgress(process.stderr)), process);
