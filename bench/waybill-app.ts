import { readFileSync } from 'node:fs';
import { runSynth } from '../cli/synth/run-synth';
import { endWith, thisProcess } from '../cli/synth/this-process';
import { synthesizeEach } from '../constructs/synthesize-each';
import type { Row } from './inputs/rows';
import { benchTarget, benchVersions, toSystems } from './inputs/to-systems';

/** What main.ts is, with the services of a benchmark: SERVICES names the file that holds them; FOLLOWS=yes makes chains of references of them. */
const rows = JSON.parse(readFileSync(process.env.SERVICES ?? '', 'utf8')) as readonly Row[];
const systems = toSystems(rows, process.env.FOLLOWS === 'yes');
endWith(runSynth(synthesizeEach(systems, [benchTarget], benchVersions(rows)), thisProcess));
