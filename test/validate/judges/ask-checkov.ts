import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutRelease } from '../../../docs/make/without-release';
import { CouldNotRun } from '../could-not-run';
import type { Judges } from '../install/install-judges';
import type { Judged, Remark } from '../remark';
import { runProgram } from '../run-program';

interface Answer {
  readonly summary?: { readonly parsing_errors: number; readonly resource_count: number };
  readonly results?: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly file_abs_path: string;
      /** `Deployment.todo-chatbot.todo-backend` */
      readonly resource: string;
    }[];
  };
}

/** One remark for each failed check. */
export const askCheckov = async ({ python }: Judges, files: readonly Judged[]): Promise<readonly Remark[]> => {
  const empty = mkdtempSync(join(tmpdir(), 'checkov-'));
  try {
    const args = ['-m', 'checkov.main', '--framework', 'kubernetes', '--skip-download', '--quiet', '--compact', '--output', 'json'];
    // A folder of its own: checkov reads settings of the folder that it runs in and of the user's home.
    const options = { cwd: empty, env: { HOME: empty }, answers: [0, 1] };
    return remarksIn(JSON.parse(await runProgram(python, [...args, ...files.flatMap(({ path }) => ['-f', path])], options)), files);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
};

const remarksIn = ({ summary, results }: Answer, files: readonly Judged[]): readonly Remark[] => {
  if (!summary?.resource_count || summary.parsing_errors > 0 || results === undefined)
    throw new CouldNotRun('checkov could not read every file');
  return results.failed_checks.flatMap(({ check_id, check_name, file_abs_path, resource }) =>
    files
      .filter(({ path }) => path === file_abs_path)
      .map(({ target, system }) => {
        const [kind, , name] = resource.split('.');
        return { judge: 'checkov', target, system, object: withoutRelease(`${kind}/${name}`), rule: check_id, says: check_name };
      }),
  );
};
