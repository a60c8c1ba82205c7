import { runSynth } from './cli/synth/run-synth';
import { showProgress } from './cli/synth/show-progress';
import { synthesizeEach } from './constructs/synthesize-each';
import { systems } from './systems';
import { targets, versions } from './targets';

process.exitCode = runSynth(synthesizeEach(systems, targets, versions, showProgress(process.stderr)), process);
