import { runSynth } from './cli/synth/run-synth';
import { showProgress } from './cli/synth/show-progress';
import { endWith, screen, thisProcess } from './cli/synth/this-process';
import { synthesizeEach } from './constructs/synthesize-each';
import { systems } from './systems';
import { targets, versions } from './targets';

const progress = showProgress(screen);
endWith(runSynth(synthesizeEach(systems, targets, versions, progress), thisProcess));
