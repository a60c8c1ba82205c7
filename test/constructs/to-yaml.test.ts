import { ApiObject, App, Yaml } from 'cdk8s';
import fc from 'fast-check';
import { parse } from 'yaml';
import { API_VERSIONS, type Kind, manifestOf } from '../../constructs/emission';
import { say } from '../../constructs/explained';
import { nameOf } from '../../constructs/in-apply-order';
import { libraryYaml } from '../../constructs/library-yaml';
import { SystemChart } from '../../constructs/system-chart';
import { CLASSES } from '../../constructs/to-api-object';
import { toYaml } from '../../constructs/to-yaml';
import { ourSynthesis } from '../support/our-synthesis';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
const explained = (value: Json): unknown =>
  Array.isArray(value)
    ? value.map(explained)
    : typeof value === 'object' && Object.keys(value).length > 0
      ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, explained(child)]))
      : say(value, 'here');
const sorted = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted((value as Record<string, Json>)[key] as Json)]),
        )
      : value;
const objectWith = (data: Json): { readonly mine: string | undefined; readonly theirs: string; readonly json: object } => {
  const json = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' }, data: sorted(data) };
  const mine = toYaml('v1', 'ConfigMap', { metadata: { name: say('config', 'here') }, data: explained(data) });
  return { mine, theirs: libraryYaml(json), json };
};

/** What YAML 1.1 or 1.2 takes for something else than a text, or what ends a line, a table or a document. */
const ODD = [
  ...['', ' ', '-', '--', '---', '...', '~', '=', '<<', '?', ':', '#', '|', '>', '&a', '*a', '!a', '%a', '@a', '`a', '[]', '{}', ','],
  ...['y', 'Y', 'n', 'yes', 'No', 'TRUE', 'off', 'On', 'null', 'Null', 'nan', '.nan', '.inf', '-.INF', 'inf', '0', '-0', '+1', '007'],
  ...['0o17', '0x1F', '0b11', '017', '1e3', '1_000', '1.', '.5', '12:30', '12:30:45', '190:20:30.15', '2026-11-21', '2026-11-21T10:00:00Z'],
  ...[
    'a: b',
    'a:',
    'a :b',
    'a #b',
    'a#b',
    '# a',
    "it's",
    '"quoted"',
    `both ' and "`,
    'back\\slash',
    'a-',
    'a:b',
    'http://a:80/b',
    'a ',
    ' a',
  ],
  ...[
    'two\nlines',
    'ends\n',
    '\nbegins',
    'a\r\nb',
    'tab\tinside',
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ud800',
  ],
  ...[
    ...[
      'e0',
      'E12',
      'e-1',
      'e+1',
      'e1x',
      '1a',
      '12f4',
      '1e5',
      '9e',
      '0a1',
      '0b1f',
      '1d',
      '0xdeadbeef',
      'a970b6b715f32ff5',
      '70b6b715f32ff5e1',
      '1e70b6b715f32ff5',
    ],
    'ü',
    '’',
    '漢字',
    '😀',
    'x'.repeat(200),
    `${'long words '.repeat(20)}end`,
    '$(NAME)',
    '$$(NAME)',
    '%',
    '/',
    '//',
    '/a b',
    'a, b',
    'a]',
    'a}',
  ],
];
const text = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-ascii' }),
  fc.stringMatching(/^[a-z:/.-]{1,12}$/),
);
const leaf = fc.oneof(text, fc.integer(), fc.double(), fc.boolean());
const { data } = fc.letrec<{ data: Json }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.stringMatching(/^[a-z]{1,8}$/)), tie('data'), { maxKeys: 4 }),
  ),
}));
const sameAsTheLibrary = (value: Json): boolean => {
  const { mine, theirs } = objectWith(value);
  return mine === undefined || mine === theirs;
};

describe('The text of an object is the library’s, or left to the library', () => {
  it.each(ODD)('as a value: %j', (odd) => {
    const { mine, theirs, json } = objectWith({ key: odd, list: [odd, [odd]] });

    expect(mine ?? theirs).toBe(theirs);
    expect(parse(mine ?? theirs, { version: '1.1' })).toEqual(json);
    expect(parse(mine ?? theirs, { version: '1.2' })).toEqual(json);
  });
  it.each(ODD)('as a key: %j', (odd) => {
    const { mine, theirs } = objectWith({ [odd]: 'value', other: { [odd]: ['value'] } });

    expect(mine ?? theirs).toBe(theirs);
  });
  it('for any data', () => {
    fc.assert(fc.property(data, sameAsTheLibrary), { numRuns: 2000 });
  });
  it('for what is left out, empty or nested', () => {
    const properties = {
      metadata: { name: say('a', 'here') },
      spec: { none: undefined, empty: say({}, 'here'), list: [[say(1, 'here')], []] },
    };

    expect(toYaml('v1', 'Pod', properties)).toBe(
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  empty: {}\n  list:\n    - - 1\n    - []\n',
    );
  });
});

describe('Of the five systems', () => {
  const objects = ourSynthesis().systems.flatMap(({ chart, emissions }) => {
    const { placed } = chart;
    const constructs = new SystemChart(new App(), 'chart', chart).node.findAll().filter(ApiObject.isApiObject);
    const byName = new Map(constructs.map((one) => [nameOf(one), one]));
    return [...emissions].map(([name, emission]) => [placed.target.name, placed.name, name, emission, byName.get(name)] as const);
  });
  it.each(objects)('at %s, %s: %s', (_target, _system, _name, { kind, properties }, construct) => {
    const mine = toYaml(API_VERSIONS[kind], kind, properties);

    expect(mine ?? libraryYaml(construct?.toJson())).toBe(Yaml.stringify(construct?.toJson()));
  });
  it.each(objects)('the manifest is the one of its construct at %s, %s: %s', (_target, _system, _name, emission, construct) => {
    expect(JSON.stringify(manifestOf(emission))).toBe(JSON.stringify(construct?.toJson()));
  });
  it('few are left to the library', () => {
    const left = objects.filter(([, , , { kind, properties }]) => toYaml(API_VERSIONS[kind], kind, properties) === undefined);

    // A configuration file has several lines.
    expect(left.map(([, , name]) => name)).toEqual(['ConfigMap/todo-postgres-config']);
  });
});

it.each(Object.entries(CLASSES))('%s has the version of its generated class', (kind, { GVK }) => {
  expect(GVK).toEqual({ apiVersion: API_VERSIONS[kind as Kind], kind });
});
