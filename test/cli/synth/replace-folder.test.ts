import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { replaceFolder } from './children/replace-folder';
import { contentOf, fill, under } from './folder-content';

const OLD = { 'chat.k8s.yaml': 'old\n', 'gone.k8s.yaml': 'old\n', 'production/chat.k8s.yaml': 'old\n' };
const NEW = { 'chat.k8s.yaml': 'new\n', 'production/chat.k8s.yaml': 'nëw\n' };
const toWrite = new Map(Object.entries(NEW));

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'synth é '));
});
afterEach(() => rmSync(place, { recursive: true }));

describe('The output folder is replaced whole', () => {
  it('it is made when there is none', () => {
    expect(replaceFolder(join(place, 'dist'), toWrite)).toEqual({ kind: 'written' });
    expect(contentOf(place)).toEqual(under('dist', NEW));
  });

  it('files of systems that no longer exist go away', () => {
    fill(join(place, 'dist'), OLD);

    expect(replaceFolder(join(place, 'dist'), toWrite)).toEqual({ kind: 'written' });
    expect(contentOf(place)).toEqual(under('dist', NEW));
  });

  it('a trailing slash and a name with a space and an umlaut change nothing', () => {
    fill(join(place, 'dïst 2'), OLD);

    expect(replaceFolder(`${join(place, 'dïst 2')}/`, toWrite)).toEqual({ kind: 'written' });
    expect(contentOf(place)).toEqual(under('dïst 2', NEW));
  });

  it('a folder that holds the same bytes already is not touched', () => {
    replaceFolder(join(place, 'dist'), toWrite);
    const identity = () => {
      const { ino, mtimeMs } = statSync(join(place, 'dist', 'chat.k8s.yaml'));
      return { ino, mtimeMs };
    };
    const before = identity();

    expect(replaceFolder(join(place, 'dist'), toWrite)).toEqual({ kind: 'unchanged' });
    expect(identity()).toEqual(before);
  });

  it('more than waits in memory is written as it comes, and the same bytes are left as they are', () => {
    const large = new Map(Array.from({ length: 12 }, (_, index) => [`system-${index}.k8s.yaml`, `${index}`.repeat(1_000_000)] as const));
    const dist = join(place, 'dist');

    expect(replaceFolder(dist, toWrite)).toEqual({ kind: 'written' });
    expect(replaceFolder(dist, large)).toEqual({ kind: 'written' });
    const { ino } = statSync(dist);
    expect(replaceFolder(dist, large)).toEqual({ kind: 'unchanged' });
    expect(statSync(dist).ino).toBe(ino);
    expect(replaceFolder(dist, new Map([...large, ['system-11.k8s.yaml', 'other']]))).toEqual({ kind: 'written' });
    expect(contentOf(place)).toEqual(under('dist', { ...Object.fromEntries(large), 'system-11.k8s.yaml': 'other' }));
  });

  it('a path that leads out of the folder is a bug, and nothing is written', () => {
    fill(join(place, 'dist'), OLD);

    expect(() => replaceFolder(join(place, 'dist'), new Map([['../chat.k8s.yaml', '']]))).toThrow('not a path of an output file');
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });
});

describe('A folder with something that synth did not write is refused, and nothing is lost', () => {
  it.each<{ name: string; content: Record<string, string>; shown: string }>([
    { name: 'a file beside the manifests', content: { ...OLD, 'README.md': 'mine' }, shown: 'README.md' },
    { name: 'YAML by another hand', content: { 'values.yaml': 'mine' }, shown: 'values.yaml' },
    { name: 'a file in a folder below', content: { ...OLD, 'production/notes.txt': 'mine' }, shown: 'production/notes.txt' },
    { name: 'a manifest two folders down', content: { 'a/b/c.k8s.yaml': 'mine' }, shown: 'a/b' },
    { name: 'many files', content: { a: '', b: '', c: '', d: '', e: '' }, shown: 'a, b, c and 2 more' },
  ])('$name', ({ content, shown }) => {
    fill(join(place, 'dist'), content);

    expect(replaceFolder(join(place, 'dist'), toWrite)).toEqual({
      kind: 'refused',
      finding: {
        at: join(place, 'dist'),
        found: `synth replaces this folder whole, and did not write what is in it: ${shown}`,
        fix: 'move these away, or name an empty or new folder',
        rule: 'output-folder',
      },
    });
    expect(contentOf(place)).toEqual(under('dist', content));
  });

  it('a symbolic link among the manifests', () => {
    fill(join(place, 'elsewhere'), { 'mine.k8s.yaml': 'mine' });
    fill(join(place, 'dist'), OLD);
    symlinkSync('../elsewhere/mine.k8s.yaml', join(place, 'dist', 'mine.k8s.yaml'));

    expect(replaceFolder(join(place, 'dist'), toWrite)).toMatchObject({ finding: { found: expect.stringContaining('mine.k8s.yaml') } });
    expect(contentOf(join(place, 'elsewhere'))).toEqual({ 'mine.k8s.yaml': 'mine' });
  });
});

describe('A folder is what its path says, as it is written', () => {
  const MINE = { 'mine.txt': 'mine' };
  /** Below it, `link` leads to `a/b`, so that `link/..` is this folder by its letters and `a` by its links. */
  const branching = (): string => {
    const base = join(place, '1/2/3/4/5/6');
    for (const folder of ['.', 'a', 'a/b', 'c']) fill(join(base, folder), MINE);
    symlinkSync('a/b', join(base, 'link'));
    return base;
  };

  it('a way back out of a folder that does not exist leads to one whose files are not lost', () => {
    fill(join(place, 'dist'), MINE);
    const path = `${place}/nonesuch/../dist`;

    expect(replaceFolder(path, toWrite)).toMatchObject({
      kind: 'refused',
      finding: { at: path, found: expect.stringContaining('mine.txt') },
    });
    expect(contentOf(place)).toEqual(under('dist', MINE));
  });
  it('such a path to a folder of manifests is as good as any', () => {
    fill(join(place, 'dist'), OLD);
    const path = `${place}/nonesuch/../dist`;

    expect([replaceFolder(path, toWrite), replaceFolder(path, toWrite)]).toEqual([{ kind: 'written' }, { kind: 'unchanged' }]);
    expect(contentOf(place)).toEqual(under('dist', NEW));
  });
  it('whatever the path, no file that synth did not write is lost', () => {
    const base = branching();
    const before = contentOf(base);
    const part = fc.constantFrom('..', '.', 'a', 'b', 'c', 'link', 'nonesuch');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = `${base}/${parts.join('/')}`;
        fc.pre(resolve(path).startsWith(base));
        const { kind } = replaceFolder(path, toWrite);
        expect(contentOf(base)).toMatchObject(before);
        if (kind !== 'refused') rmSync(resolve(path), { recursive: true });
      }),
    );
  });
});

describe('A place where no folder can be is told in words', () => {
  const found = (folder: string) => {
    const replaced = replaceFolder(folder, toWrite);
    return replaced.kind === 'refused' ? replaced.finding.found : replaced.kind;
  };

  it('a file', () => {
    writeFileSync(join(place, 'dist'), 'mine');

    expect(found(join(place, 'dist'))).toBe('is a file, not a folder');
    expect(contentOf(place)).toEqual({ dist: 'mine' });
  });

  it('a path below a file', () => {
    writeFileSync(join(place, 'file'), 'mine');

    expect(found(join(place, 'file', 'dist'))).toBe('a part of the path is a file; what stood there is as it was');
  });

  it('a missing folder above it', () => {
    expect(found(join(place, 'missing', 'dist'))).toBe('the folder above it does not exist');
  });

  it('a symbolic link, which is not followed', () => {
    fill(join(place, 'elsewhere'), OLD);
    symlinkSync('elsewhere', join(place, 'dist'));

    expect(found(join(place, 'dist'))).toBe('is a symbolic link, and synth replaces only real folders');
    expect(contentOf(join(place, 'elsewhere'))).toEqual(OLD);
  });

  it.each(['.', '..', '/'])('%s, which holds the folder you are in', (folder) => {
    expect(found(folder)).toBe('holds the folder you are in, and synth replaces the output folder whole');
  });

  it('a name that is too long', () => {
    expect(found(join(place, 'd'.repeat(250)))).toBe('the name is too long; what stood there is as it was');
  });
});

describe('What a killed run left is mended by the next one', () => {
  const GONE = 2 ** 22 + 1; // above the highest process number Linux gives

  const leave = (role: 'new' | 'old', pid: number, content: Record<string, string>) =>
    fill(join(place, `.synth-${role}-${pid}-dist`), content);

  it.each([
    { moment: 'while it wrote', left: () => leave('new', GONE, { 'chat.k8s.yaml': 'ha' }), dist: OLD },
    { moment: 'after its two renames', left: () => leave('old', GONE, NEW), dist: OLD },
    { moment: 'and this run has got its number', left: () => leave('new', process.pid, { 'chat.k8s.yaml': 'ha' }), dist: OLD },
  ])('killed $moment: its leftovers go away', ({ left, dist }) => {
    fill(join(place, 'dist'), dist);
    left();

    expect(replaceFolder(join(place, 'dist'), new Map(Object.entries(dist)))).toEqual({ kind: 'unchanged' });
    expect(contentOf(place)).toEqual(under('dist', dist));
  });

  it('killed between its two renames: the former folder comes back', () => {
    leave('old', GONE, OLD);
    leave('new', GONE, NEW);

    expect(replaceFolder(join(place, 'dist'), new Map(Object.entries(OLD)))).toEqual({ kind: 'unchanged' });
    expect(contentOf(place)).toEqual(under('dist', OLD));
  });

  it('a run that is still alive, and another folder, keep what is theirs', () => {
    const alive = `.synth-new-${process.ppid}-dist`;
    const other = `.synth-new-${GONE}-other-dist`;
    mkdirSync(join(place, alive));
    fill(join(place, other), NEW);
    fill(join(place, alive), NEW);

    replaceFolder(join(place, 'dist'), toWrite);

    expect(contentOf(place)).toEqual({ ...under('dist', NEW), ...under(alive, NEW), ...under(other, NEW) });
  });
});
