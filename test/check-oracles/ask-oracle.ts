import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Builds the judge and asks it everything at once. */
export const askOracle = (questions: readonly object[], judge: 'go' | 'compose' = 'go'): readonly unknown[] => {
  const folder = mkdtempSync(join(tmpdir(), 'check-oracle-'));
  const program = join(folder, 'oracle');
  try {
    execFileSync('go', ['build', '-o', program, '.'], { cwd: join(__dirname, judge) });
    const answers = execFileSync(program, {
      input: questions.map((question) => JSON.stringify(question)).join('\n'),
      maxBuffer: 1 << 28,
      encoding: 'utf8',
    });
    return answers
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
