import { lastOf } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

const SCRIPTS = ['uvicorn', 'gunicorn', 'hypercorn', 'daphne', 'celery', 'flask', 'fastapi', 'alembic', 'streamlit', 'jupyter'];

export const consoleScriptNotCopied: CheckRule = {
  id: 'console-script-not-copied',
  class: 'defect',
  level: 'problem',
  promise: 'The script that CMD calls is copied with its package.',
  why: 'site-packages holds the modules, /usr/local/bin the scripts: "executable file not found in $PATH".',
  fix: 'call it as a module, or copy a venv',
  source: 'https://packaging.python.org/en/latest/specifications/entry-points/',
  problems: ({ final }) => {
    if (final === undefined) return [];
    const step = lastOf(final, 'CMD');
    const command = lastOf(final, 'ENTRYPOINT') === undefined ? step?.instruction.json?.[0] : undefined;
    if (step === undefined || command === undefined || !SCRIPTS.includes(command)) return [];
    const copies = final.chain.flatMap(({ copy }) => (copy === undefined || copy.from === undefined ? [] : [copy]));
    const packages = copies.some(({ sources }) => sources.some((source) => /\/(?:site|dist)-packages\/?$/.test(source)));
    const scripts = copies.some(
      ({ sources, destination = '' }) =>
        sources.some((source) => new RegExp(`/bin/?$|/bin/${command}$|^/usr/local/?$|^/usr/?$|^/$`).test(source)) ||
        /\/bin\/?$/.test(destination),
    );
    const installs = final.chain.some(({ installs }) => installs.some(({ manager }) => manager === 'pip'));
    return packages && !scripts && !installs
      ? [
          {
            spot: spotIn(step, command),
            found: `site-packages is copied without /usr/local/bin, where ${command} lies`,
            fix: `CMD ["python", "-m", "${command}", …]`,
          },
        ]
      : [];
  },
};
