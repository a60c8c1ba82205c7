import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asked, fakeGithub, type World } from './fake-github';
import { scriptOf } from './workflows';

export const SHA = 'c0ffee0000111122223333444455556666777788';
export const RUN = {
  id: 77,
  conclusion: 'success',
  head_sha: SHA,
  head_repository: { id: 5 },
  html_url: 'https://github.example/us/here/actions/runs/77',
};
export interface Told {
  readonly code: number | null;
  readonly said: string;
  readonly asked: readonly Asked[];
  /** What was written: to where, and the text. */
  readonly written: readonly (readonly [string, string])[];
}

/** Runs the comment's step as the runner does, against a GitHub of one's own. */
export const sayInPullRequest = async (world: World, run: object = RUN): Promise<Told> => {
  const github = await fakeGithub(world);
  const folder = mkdtempSync(join(tmpdir(), 'comment-'));
  try {
    // The runner writes it to a file without an extension.
    writeFileSync(join(folder, 'script'), scriptOf('comment.yml', 'comment', 'Say it in the pull request'));
    writeFileSync(join(folder, 'event.json'), JSON.stringify({ workflow_run: run }));
    const child = spawn(process.execPath, [join(folder, 'script')], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        GITHUB_API_URL: github.address,
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        GITHUB_REPOSITORY: 'us/here',
        GITHUB_TOKEN: 'a-token',
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
      });
    }
    const code = await new Promise<number | null>((done) => child.on('close', done));
    const written = github.asked
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => [`${method} ${path}`, (JSON.parse(body) as { body: string }).body] as const);
    return { code, said: said.trim(), asked: github.asked, written };
  } finally {
    await github.close();
    rmSync(folder, { recursive: true });
  }
};
