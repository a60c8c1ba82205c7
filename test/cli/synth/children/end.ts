import { endWith, screen, thisProcess } from '../../../../cli/synth/this-process';

/** Says what it is told to in the way it is told to, ends with 3, and says more later if it still can. */
const [way, text = ''] = process.argv.slice(2);
if (way === 'descriptor') thisProcess.stderr.write(text);
if (way === 'output') thisProcess.stdout.write(text);
if (way === 'screen') screen().write(text);
setTimeout(() => console.log('later'), 50);
endWith(3);
