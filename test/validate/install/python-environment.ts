import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../run-program';
import { madeOnce } from './made-once';

/** Path of the Python that has what a requirements file names. */
export const pythonEnvironment = async (cache: string, requirements: string): Promise<string> => {
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = await madeOnce(join(cache, `python-${pins}`), async (into) => {
    await runProgram('python3', ['-m', 'venv', into]);
    await runProgram(pythonOf(into), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], {
      minutes: 20,
    });
  });
  return pythonOf(folder);
};

/** Asked by its path rather than through the scripts beside it, which name the folder that it was made in. */
const pythonOf = (environment: string): string => join(environment, 'bin', 'python');
