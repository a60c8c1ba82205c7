import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build';
import { type Image, inRoot, runIn } from './in-root';
import { run } from './run';

const work = mkdtempSync(join(tmpdir(), 'waybill-images-'));
const contexts = join(__dirname, 'contexts');
afterAll(() => rmSync(work, { recursive: true, force: true }));

let built = 0;
const folderFor = () => {
  const folder = join(work, String(built++));
  mkdirSync(folder);
  return folder;
};
const example = (name: string) => join('examples', name, 'Dockerfile');
const words = (command: readonly string[]) => command.map((word) => `'${word}'`).join(' ');

/** Runs an image's own command in a network of its own, and what is asked beside it; its end is the end of both. */
const beside = (image: Image, asked: string) => {
  const script = 'ip link set lo up; ask=$1; shift; "$@" >&2 & for turn in $(seq 60); do sleep 0.5; sh -c "$ask" && exit 0; done; exit 1';
  const quoted = (list: readonly string[]) => list.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const server = inRoot(image, `exec ${words([...image.entrypoint, ...image.command])}`);
  return run('unshare', ['--net', '--pid', '--fork', '--kill-child', 'sh', '-c', script, 'sh', quoted(inRoot(image, asked)), ...server]);
};
const whoami = ({ root, user }: Image) => {
  const [uid = '', gid = ''] = user.split(':');
  return run('sh', ['-c', `awk -F: '$3 == ${Number(uid)} { print $1, $4 == ${Number(gid)} }' "$1/etc/passwd"`, 'sh', root]).trim();
};

describe.each([
  ['todo-chatbot/frontend', '1000:1001'],
  ['habit-tracker/frontend', '1001:1001'],
])('%s', (name, user) => {
  const args = { NEXT_PUBLIC_API_URL: 'http://api.example.com:8000' };
  let image: Image;
  beforeAll(() => {
    image = build(example(name), join(contexts, 'next'), folderFor(), args);
  });

  it('runs as nextjs with the numbers of its contract, made by BusyBox', () => {
    expect(image.user).toBe(user);
    expect(whoami(image)).toBe('nextjs 1');
  });

  it('owns what it serves, so that it can write its cache', () => {
    expect(run('stat', ['-c', '%u:%g', join(image.root, 'app/.next'), join(image.root, 'app/public')])).toBe(`${user}\n${user}\n`);
  });

  it('starts and serves the address that was built in, on every address of its own', () => {
    expect(beside(image, 'node -e "fetch(\'http://127.0.0.1:3000\').then(async (a) => console.log(await a.text()))"')).toBe(
      `${args.NEXT_PUBLIC_API_URL}\n`,
    );
  });

  it('is not built without the address', () => {
    expect(() => build(example(name), join(contexts, 'next'), folderFor())).toThrow('give it with --build-arg NEXT_PUBLIC_API_URL=');
  });

  it('is not built without a standalone server, and is without public files', () => {
    const context = folderFor();
    cpSync(join(contexts, 'next'), context, { recursive: true });
    rmSync(join(context, 'public'), { recursive: true });
    expect(() => build(example(name), context, folderFor(), args)).not.toThrow();

    rmSync(join(context, 'next.config.js'));

    expect(() => build(example(name), context, folderFor(), args)).toThrow("next.config must have output: 'standalone'");
  });
});

describe.each([
  ['todo-chatbot/backend', '1000:1001', 'appuser 1', 'psql --version', true],
  ['todo-agents/backend', '1001:1001', 'appuser 1', 'psql --version', true],
  ['habit-tracker/backend', '1000:1000', 'appuser 1', 'true', false],
])('%s', (name, user, who, tool, driver) => {
  let image: ReturnType<typeof build>;
  beforeAll(() => {
    const context = folderFor();
    cpSync(join(contexts, 'python'), context, { recursive: true });
    // The document of habit-tracker installs no compiler: its requirements must come as wheels.
    if (!driver) writeFileSync(join(context, 'requirements.txt'), 'uvicorn==0.35.0\npsycopg2-binary==2.9.10\n');
    image = build(example(name), context, folderFor());
  });

  it('runs as appuser with the numbers of its contract, made by Debian', () => {
    expect(image.user).toBe(user);
    expect(whoami(image)).toBe(who);
  });

  it('starts its own command as that user, with the packages that were built, and answers', () => {
    const path = name.startsWith('todo-chatbot') ? 'livez' : 'health';
    const ask = `python -c "import urllib.request; print(urllib.request.urlopen('http://127.0.0.1:8000/${path}').read())"`;
    expect(beside(image, image.healthcheck || ask)).toBe(image.healthcheck ? '' : "b'ok'\n");
  });

  it('holds the client that its document demands, and no compiler', () => {
    runIn(image, tool);
    expect(() => runIn(image, 'command -v gcc')).toThrow();
  });
});

describe('todo-chatbot/backend', () => {
  it('finds alembic, although a folder of that name is on its path', () => {
    const image = build(example('todo-chatbot/backend'), join(contexts, 'python'), folderFor());
    expect(runIn(image, 'alembic --version')).toBe('alembic 1.16.4\n');
  });
});

describe('todo-agents/backend', () => {
  it('is not built when its own folder would hide a package', () => {
    const context = folderFor();
    cpSync(join(contexts, 'python'), context, { recursive: true });
    writeFileSync(join(context, 'requirements.txt'), 'mcp==1.12.0\n');
    expect(() => build(example('todo-agents/backend'), context, folderFor())).toThrow("requirements.txt installs a package 'mcp'");
  });

  it('is ill when the application answers with an error', () => {
    const context = folderFor();
    cpSync(join(contexts, 'python'), context, { recursive: true });
    writeFileSync(join(context, 'requirements.txt'), 'uvicorn==0.35.0\npsycopg2-binary==2.9.10\n');
    const image = build(example('todo-agents/backend'), context, folderFor());
    const asked = image.healthcheck.replace('/health', '/nowhere');
    expect(
      beside(image, `(${asked}); test $? = 1 && python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health')"`),
    ).toBe('');
  });
});
