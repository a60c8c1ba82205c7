import fc from 'fast-check';
import { stringify } from 'yaml';
import { identityOf } from '../../../cli/diff/read/identity';
import { readBlockYaml } from '../../../cli/diff/read/read-block-yaml';
import { readTrees } from '../../../cli/diff/read/read-tree';
import { readYaml } from '../../../cli/diff/read/read-yaml';
import { isPlainBlock } from '../../../cli/diff/read/scan-block-yaml';
import { splitDocuments } from '../../../cli/diff/read/split-documents';
import { readFolder } from '../../../cli/diff/source/read-folder';
import type { Manifest } from './trees';

const read = (...texts: readonly string[]) =>
  readTrees(
    [],
    texts.map((text, index) => ({ path: `${index}.yaml`, text })),
  ).head;
const namesOf = (...texts: readonly string[]) => [...read(...texts).objects.values()].map(({ kind, name }) => `${kind}/${name}`);
const dataOf = (yaml: string): Manifest =>
  [...read(`apiVersion: v1\nkind: Thing\nmetadata: {name: x}\n${yaml}`).objects.values()].map(({ json }) => json.data)[0];
const object = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

describe('The quick reader reads what the YAML library reads', () => {
  it('of every manifest in dist', () => {
    for (const { text } of readFolder('dist').flatMap(({ text: file }) => splitDocuments(file))) {
      expect(readBlockYaml(text)).toEqual({ value: readYaml(text).values[0] });
    }
  });

  it('of any value, or leaves it to the library', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'yes',
        'on',
        '0777',
        '1e3',
        '0x1F',
        '1_000',
        '12:30',
        '.5',
        '-',
        '~',
        'null',
        'a: b',
        'a #b',
        '10Gi',
        '250m',
        '1.2.3',
        '2024-01-01',
        'multi\nline\n',
        '  lead',
        'trail ',
        "it's",
        '"q"',
        '{}',
        '@x',
        '%x',
        '| x',
        '-x',
        '- x',
        '#x',
        '!x',
        '&x',
        '*x',
        '=',
        '<<',
        '1.',
        '+1',
        '1e',
        '08',
        '0b1',
        '0o7',
        'NaN',
        '.inf',
      ),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.integer(),
        fc.double({ noNaN: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(word, tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'), fc.boolean(), (given, defaultStringType, indentSeq) => {
        const text = stringify({ given }, { defaultStringType, indentSeq, lineWidth: 0 } as never);
        const quick = readBlockYaml(text);
        const { values, problems } = readYaml(text);

        if (quick !== undefined) expect([quick.value, problems]).toEqual([values[0], []]);
        if (isPlainBlock(text)) expect(quick).toBeDefined();
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('of any text, or leaves it to the library', () => {
    const line = fc
      .tuple(
        fc.nat(4),
        fc.constantFrom(
          'a:',
          'b: 1',
          '- x',
          '- a: 1',
          'c: |',
          'd: "q"',
          "e: 'q'",
          '# note',
          '',
          'text',
          '- - x',
          'f: [1]',
          '-',
          'g: >',
          'a: 2',
          'h:  spaced',
          'i: x # note',
          '...',
          'key with space: 1',
          'j: &a 1',
          'k: *a',
          '? l',
          'm:n',
          '- a',
          'n: |-',
          '"o": 1',
        ),
      )
      .map(([indent, text]) => ' '.repeat(indent) + text);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), (lines) => {
        const text = lines.join('\n');
        const quick = readBlockYaml(text);
        if (isPlainBlock(text)) expect(quick).toBeDefined();
        if (quick === undefined || text.includes('...')) return;
        const { values, problems } = readYaml(text);

        expect([quick.value, problems]).toEqual([values[0] ?? null, []]);
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });
});

describe('What stands on both sides word by word is not read until somebody looks', () => {
  it('knows each object of dist without', () => {
    const documents = readFolder('dist').flatMap(({ text }) => splitDocuments(text));
    const known = documents.map(({ text }) => (isPlainBlock(text) ? identityOf(text) : undefined));

    expect(known.filter((one) => one !== undefined).length).toBeGreaterThan(100);
    for (const [index, identity] of known.entries()) {
      const { apiVersion, kind, metadata } = readYaml(documents[index]?.text ?? '').values[0] as Manifest;
      if (identity !== undefined) expect(identity).toEqual({ apiVersion, kind, name: metadata.name, namespace: metadata.namespace ?? '' });
    }
  });

  it.each([
    ['a name in quotes', "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: 'a'\n"],
    ['a name that is no text', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yes\n'],
    [
      'a name in the data alone',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    name: b\n  generateName: a\ndata:\n  name: c\n',
    ],
    [
      'metadata last',
      'kind: ConfigMap\ndata:\n  x: |\n    metadata:\n      name: no\nmetadata:\n    namespace: n\n    name: a\napiVersion: v1\n',
    ],
    ['a list', 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: a\n'],
  ])('%s is the same object as when it is read', (_, text) => {
    const file = { path: 'a.yaml', text };
    const [unread, alone] = [readTrees([file], [file]).head, readTrees([], [file]).head];

    expect([...unread.objects.values()].map((one) => [one.id, one.line, one.json])).toEqual(
      [...alone.objects.values()].map((one) => [one.id, one.line, one.json]),
    );
  });

  it('is read all the same where something is wrong with it', () => {
    const file = { path: 'a.yaml', text: 'a: 1\n  b: 2\n---\na: 1\na: 2\n---\n- x\n y: 1\n' };

    expect(readTrees([file], [file]).head.problems.length).toBeGreaterThanOrEqual(3);
  });
});

describe('What YAML may hold', () => {
  it('several documents, comments, empty ones, ends and directives', () => {
    expect(namesOf(`# note\n---\n${object('a')}---\n# only a note\n---\n---  # behind\n${object('b')}...\n---\n${object('c')}`)).toEqual([
      'ConfigMap/a',
      'ConfigMap/b',
      'ConfigMap/c',
    ]);
    expect(namesOf(`%YAML 1.2\n---\n${object('a')}`)).toEqual(['ConfigMap/a']);
    expect(namesOf(`\uFEFF${object('a').replaceAll('\n', '\r\n')}`)).toEqual(['ConfigMap/a']);
    expect(namesOf(`--- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n---\n${object('b')}`)).toEqual([
      'ConfigMap/a',
      'ConfigMap/b',
    ]);
  });
  it('lists of objects, in lists too', () => {
    expect(
      namesOf(
        `apiVersion: v1\nkind: List\nitems:\n- ${object('a').trim().replaceAll('\n', '\n  ')}\n- apiVersion: v1\n  kind: ConfigMapList\n  items:\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n`,
      ),
    ).toEqual(['ConfigMap/a', 'ConfigMap/b']);
  });
  it('anchors, aliases and merge keys', () => {
    expect(dataOf('data:\n  base: &b {x: 1}\n  own: {<<: *b, z: 2}\n  same: *b\n')).toEqual({
      base: { x: 1 },
      own: { x: 1, z: 2 },
      same: { x: 1 },
    });
  });
  it('JSON', () => {
    expect(namesOf(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }))).toEqual(['ConfigMap/a']);
  });
  it.each([
    ['yes', true],
    ['off', false],
    ['0644', 420],
    ['"0644"', '0644'],
    ['1e3', 1000],
    ['12:30:45', '12:30:45'],
    ['2024-01-01', '2024-01-01'],
    ['0x10', 16],
  ])('%s as kubectl reads it', (text, value) => {
    expect(dataOf(`data: ${text}\n`)).toEqual(value);
  });
  it('a key called __proto__', () => {
    expect(Object.keys(dataOf('data:\n  __proto__: 1\n  a: 2\n') as object)).toEqual(['__proto__', 'a']);
  });
  it('ten megabytes', () => {
    const text = Array.from(
      { length: 2500 },
      (_, index) => `${object(`c-${index}`)}data:\n  text: |\n${'    0123456789012345678901234567890123456789\n'.repeat(90)}`,
    ).join('---\n');

    expect(text.length).toBeGreaterThan(10_000_000);
    expect(read(text).objects.size).toBe(2500);
  });
  it('kinds that nobody here knows', () => {
    expect(namesOf('apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n')).toEqual(['Widget/w']);
  });
});

describe('What is wrong names file and line, and the rest is read', () => {
  it('text that is no YAML', () => {
    const tree = read(`${object('a')}---\nkind: [unclosed\n---\n${object('b')}`, object('c'));

    expect(tree.problems).toEqual([
      { at: expect.stringMatching(/^0\.yaml:[67]$/), found: expect.any(String), fix: 'correct the YAML; the other documents were read' },
    ]);
    expect([...tree.objects.values()].map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
  it('a key that stands twice, of which the last one counts', () => {
    const tree = read(`${object('a')}data:\n  x: 1\n  x: 2\n`);

    expect(tree.problems).toEqual([
      { at: '0.yaml:7', found: 'a key stands twice; the last one counts, as for kubectl', fix: 'delete one of the two' },
    ]);
    expect([...tree.objects.values()].map(({ json }) => json.data)).toEqual([{ x: 2 }]);
  });
  it('an object that stands twice', () => {
    expect(read(`${object('a')}---\n${object('a')}`).problems).toEqual([
      { at: '0.yaml:6', found: 'ConfigMap/a stands here and at 0.yaml:1; the last one counts', fix: 'delete one of the two' },
    ]);
  });
  it('YAML that is no object', () => {
    expect(read('replicas: 3\n').problems.map(({ at }) => at)).toEqual(['0.yaml:1']);
    expect(read('just text\n').problems.map(({ at }) => at)).toEqual(['0.yaml:1']);
  });
  it('aliases that multiply are not read', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[index]}`).join(', ')}]`),
    ].join('\n');
    const tree = read(`${bomb}\n---\n${object('a')}`);

    expect(tree.problems).toEqual([{ at: '0.yaml:1', found: 'aliases that multiply: not read', fix: 'write the values out' }]);
    expect(tree.objects.size).toBe(1);
  });
  it.each(['[', '- ', '{a: '])('%s a hundred thousand times', (text) => {
    expect(read(text.repeat(100_000)).problems).toHaveLength(1);
  });
  it('a thing that refers to itself', () => {
    expect(read('a: &a\n  b: *a\n').problems).toHaveLength(1);
  });
});
