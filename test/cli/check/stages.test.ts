import { readDockerfile } from '../../../cli/check/dockerfile/read-dockerfile';
import { readStages } from '../../../cli/check/dockerfile/read-stages';
import { shellCommands } from '../../../cli/check/dockerfile/shell-commands';
import { isIgnored } from '../../../cli/check/dockerignore/is-ignored';
import { readDockerignore } from '../../../cli/check/dockerignore/read-dockerignore';

const stagesOf = (text: string) => readStages(readDockerfile(text)).stages;
const last = (text: string) => {
  const stage = stagesOf(text).at(-1);
  if (stage === undefined) throw new Error('there is no stage');
  return stage;
};

describe('What holds in a stage', () => {
  it('an ARG ends with its stage, an ENV goes on to what builds on it', () => {
    const { variables } = last('FROM alpine:3.22 AS a\nARG X=1\nENV Y=$X\nFROM a');

    expect([variables.get('X'), variables.get('Y')?.value]).toEqual([undefined, '1']);
  });
  it('an ARG before FROM is in a stage only where it is declared again', () => {
    const { variables } = last('ARG X=1\nARG Z=2\nFROM alpine:3.22\nARG X');

    expect([variables.get('X')?.value, variables.get('Z')]).toEqual(['1', undefined]);
  });
  it('ENV wins over ARG', () => {
    expect(last('FROM alpine:3.22\nENV X=1\nARG X=2').variables.get('X')?.value).toBe('1');
  });
  it('of one ENV all values are read before any is set', () => {
    expect(last('FROM alpine:3.22\nENV A=1\nENV A=2 B=$A').variables.get('B')?.value).toBe('1');
  });
  it.each([
    ['WORKDIR a\nWORKDIR b', '/a/b'],
    ['WORKDIR /a\nWORKDIR ../c', '/c'],
    ['ENV D=/x\nWORKDIR $D/y', '/x/y'],
    ['ARG D\nWORKDIR $D\nWORKDIR y', undefined],
    ['ARG D\nWORKDIR ${D:-/z}', '/z'],
  ])('%s works in %s', (body, workdir) => {
    expect(last(`FROM alpine:3.22\n${body}`).workdir).toBe(workdir);
  });
  it('a stage’s name is compared in small letters, and only an earlier one is meant', () => {
    const [one, two, three] = stagesOf('FROM alpine:3.22 AS Build\nFROM BUILD AS later\nFROM other\nFROM other2 AS other');

    expect([one?.name, two?.parent === one, three?.parent]).toEqual(['build', true, undefined]);
  });
  it('COPY --from takes a name, a number or an image', () => {
    const { steps } = last('FROM alpine:3.22 AS a\nFROM alpine:3.22\nCOPY --from=a /x /y\nCOPY --from=0 /x /y\nCOPY --from=nginx:1 /x /y');

    expect(steps.map(({ copy }) => (typeof copy?.from === 'object' ? copy.from.index : copy?.from))).toEqual([0, 0, 'nginx:1']);
  });
  it('an escape directive changes what joins lines', () => {
    const [stage] = stagesOf('# escape=`\nFROM alpine:3.22\nRUN a `\n  b\nWORKDIR C:\\x');

    expect(stage?.steps.map(({ instruction }) => instruction.text)).toEqual(['a   b', 'C:\\x']);
  });
});

describe('The commands of a RUN', () => {
  const words = (text: string) =>
    shellCommands({ text, heredocs: [] }).map(({ words: all, isCertain }) => `${isCertain ? '' : '? '}${all.join(' ')}`);

  it.each([
    ['a && b; c | d', ['a', 'b', 'c', 'd']],
    ['A=1 B=2 a x', ['a x']],
    ['a || b', ['a', '? b']],
    ['if a; then b; fi; c', ['? a', '? b', 'c']],
    ['a "b && c" \'d;e\' > f 2>&1', ['a b && c d;e']],
    ['a $(b; c) `d; e`', ['a $(b; c) `d; e`']],
    ['sudo -E env X=1 a', ['a']],
    ['(a; b) && { c; }', ['a', 'b', 'c']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
  it('of sh -c are those within', () => {
    expect(shellCommands({ text: '', json: ['/bin/sh', '-c', 'a && b'], heredocs: [] }).map(({ words: all }) => all.join(' '))).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('A .dockerignore', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'docs/a.md', false],
    ['**/*.md', 'docs/deep/a.md', true],
    ['docs', 'docs/a/b', true],
    ['/docs/', 'docs/a', true],
    ['*\n!app', 'app/main.py', false],
    ['*\n!app\napp/*.key', 'app/x.key', true],
    ['!app\n*', 'app', true],
    ['# docs', 'docs', false],
    ['**', 'anything/at/all', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['../a', 'a', false],
  ])('%j on %s: %s', (patterns, path, ignored) => {
    expect(isIgnored(readDockerignore(patterns).patterns, path)).toBe(ignored);
  });
});
