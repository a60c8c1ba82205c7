import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallRepository, writeInto } from './small-repository';

const root = join(__dirname, '../../..');
let repo = '';
const write = (path: string, text: string): void => writeInto(repo, path, text);
beforeEach(() => {
  repo = smallRepository();
  write(
    'main.ts',
    "import { word } from './words/word';\nimport other from 'other';\nconst more: string = process.argv[2] === 'more' ? require('./words/more').more : '';\nconsole.log([word, other, more, __dirname.length > 0, 'ü’😀'].join(' '));\n",
  );
  write('words/word.ts', "import data from './data.json';\nexport const word: string = `one ${data.number}`;\n");
  write('words/more.ts', "export const more: string = 'more';\n");
  write('words/data.json', '{ "number": 1 }');
  write('node_modules/other/package.json', '{ "name": "other", "version": "1.0.0", "main": "index.js" }');
  write('node_modules/other/index.js', "exports.__esModule = true; exports.default = 'other 1';\n");
});
afterEach(() => rmSync(repo, { recursive: true }));

const run = (...args: readonly string[]): string => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['cli/start/run.cjs', 'main.ts', ...args], {
    cwd: repo,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.trim();
};
const kept = (): readonly string[] => readdirSync(join(repo, 'node_modules/.cache/waybill'));
const eachKept = (change: (path: string) => void): void => {
  for (const name of kept()) change(join(repo, 'node_modules/.cache/waybill', name));
};
/** Each time it is written it is another file. */
const written = () => kept().map((name) => statSync(join(repo, 'node_modules/.cache/waybill', name)).ino);
/** A file written this long ago is known by its time. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2100));
const BEFORE = 'one 1 other 1  true ü’😀';

/** The first run compiles, the second has V8 compile, the third finds all of it. */
const warm = (): void => {
  expect([run(), run(), run()]).toEqual([BEFORE, BEFORE, BEFORE]);
  expect(kept()).toHaveLength(1);
};

describe('Code that is kept compiled is used only while it is what would be compiled now', () => {
  it.each([
    ['a source changes', () => write('words/word.ts', "export const word: string = 'two';\n"), 'two other 1  true ü’😀'],
    [
      'a source changes to one as long',
      () => write('words/word.ts', "import data from './data.json';\nexport const word: string = `two ${data.number}`;\n"),
      'two 1 other 1  true ü’😀',
    ],
    ['data changes', () => write('words/data.json', '{ "number": 2 }'), 'one 2 other 1  true ü’😀'],
    [
      'a dependency changes',
      () => write('node_modules/other/index.js', "exports.__esModule = true; exports.default = 'other 2';\n"),
      'one 1 other 2  true ü’😀',
    ],
    [
      'a dependency names another file',
      () => {
        write('node_modules/other/new.js', "exports.__esModule = true; exports.default = 'other 3';\n");
        write('node_modules/other/package.json', '{ "name": "other", "version": "1.0.0", "main": "new.js" }');
      },
      'one 1 other 3  true ü’😀',
    ],
    ['a new file takes the place of a folder', () => write('words.ts', ''), BEFORE],
    ['a new file comes before another in what an import means', () => write('words/word.js', "exports.word = 'from js';\n"), undefined],
    ['it was cut short', () => eachKept((path) => truncateSync(path, 1000)), BEFORE],
    ['it is not ours', () => eachKept((path) => writeFileSync(path, 'throw 1')), BEFORE],
  ] as const)('%s', (_, change, after) => {
    warm();

    change();

    const plain = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: repo, encoding: 'utf8' }).stdout.trim();
    expect([run(), run(), run()]).toEqual([after ?? plain, after ?? plain, after ?? plain]);
    expect(plain).toBe(after ?? plain);
  });
  it('what another run of the same verb needs is loaded, and kept as well', () => {
    warm();

    expect([run('more'), run('more'), run('more')]).toEqual(Array(3).fill('one 1 other 1 more true ü’😀'));
    expect(run()).toBe(BEFORE);
  });
  it('each verb has a file of its own, and a word that is none leaves nothing behind', () => {
    write('cli/more/command.ts', '');
    warm();

    run('nonesuch');
    run('start');
    expect(kept()).toHaveLength(1);

    run('more');
    expect(kept()).toHaveLength(2);
  });
  it('a module is one and the same, whether kept code or Node’s own loader asks for it first', () => {
    write('words/state.ts', 'export const state: { count: number } = { count: 0 };\n');
    write('words/kept.ts', "import { state } from './state';\nexport const add = (): number => (state.count += 1);\n");
    write(
      'words/later.ts',
      "import { seen } from './unseen';\nimport { state } from './state';\nexport const add = (): number => (state.count += seen);\n",
    );
    write('words/unseen.ts', 'export const seen: number = 10;\n');
    write(
      'main.ts',
      "const first: number = process.argv[2] === 'more' ? require('./words/later').add() : 0;\nconst second: number = require('./words/kept').add();\nconst third: number = process.argv[2] === 'more' ? require('./words/later').add() : 0;\nconsole.log([first, second, third].join());\n",
    );
    const runs = [run(), run(), run(), run('more'), run('more'), run('more')];

    expect(runs).toEqual(['0,1,0', '0,1,0', '0,1,0', '10,11,21', '10,11,21', '10,11,21']);
  });
  it('a file that is written anew as it was is read once more, and not in each run from then on', async () => {
    await settled();
    warm();
    const first = written();
    expect([run(), written()]).toEqual([BEFORE, first]);

    write('words/data.json', '{ "number": 1 }');
    await settled();
    expect(run()).toBe(BEFORE);
    const second = written();

    expect(second).not.toEqual(first);
    expect([run(), written()]).toEqual([BEFORE, second]);
  });
  it('an entry that imports at run time is run as it is without it', () => {
    write(
      'main.ts',
      "import { word } from './words/word';\nimport('node:path').then(({ basename }) => console.log(basename(`a/${word}`)));\n",
    );

    expect([run(), run(), run()]).toEqual(['one 1', 'one 1', 'one 1']);
  });
  it('a long run, which has Node compile otherwise, finds what it kept as well', async () => {
    cpSync(join(root, 'cli/synth/compile-sooner.ts'), join(repo, 'compile-sooner.ts'));
    write('main.ts', "import { compileSooner } from './compile-sooner';\ncompileSooner();\nconsole.log('long');\n");
    await settled();
    expect([run(), run(), run()]).toEqual(['long', 'long', 'long']);
    const before = written();

    expect([run(), written()]).toEqual(['long', before]);
  });
  it('exports of every form are what they are without it', () => {
    write(
      'words/plain.ts',
      "export class Shape { is = 'shape'; }\nexport const two = 2, three = 3;\nconst hidden = 'hidden';\nexport { hidden as shown };\n",
    );
    write(
      'words/live.ts',
      'export let count = 0;\nexport const add = (): number => (count += 1);\nexport default function named() { return count; }\n',
    );
    write('words/cycle.ts', "import { early } from './again';\nexport const called = early();\nexport const late = () => 'late';\n");
    write(
      'words/again.ts',
      "import { called, late } from './cycle';\nexport function early() { return 'early'; }\nexport const both = () => [called, late()];\n",
    );
    write(
      'words/all.ts',
      "export * from './plain';\nexport { count, add } from './live';\nexport { default as named } from './live';\nexport enum Size { S, M }\n",
    );
    write(
      'main.ts',
      "import * as all from './words/all';\nimport { add } from './words/live';\nimport * as plain from './words/plain';\nimport { both } from './words/again';\nadd();\nconsole.log(JSON.stringify([Object.keys(plain), Object.keys(all), new plain.Shape(), all.count, all.add(), all.count, all.named(), both(), all.Size.M, plain.shown, plain.two]));\n",
    );

    const plain = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: repo, encoding: 'utf8' }).stdout.trim();
    expect([run(), run(), run()]).toEqual(Array(3).fill(plain));
    expect(plain).toContain('"late"');
  });
  it('a folder that nobody may write to costs a run nothing but time', () => {
    write('node_modules/.cache', 'a file where the folder would be');

    expect([run(), run()]).toEqual([BEFORE, BEFORE]);
  });
  it('flags of Node have code of their own', () => {
    warm();

    const flagged = spawnSync(process.execPath, ['--no-opt', 'cli/start/run.cjs', 'main.ts'], { cwd: repo, encoding: 'utf8' });

    expect(flagged.stdout.trim()).toBe(BEFORE);
    expect(kept()).toHaveLength(2);
  });
});
