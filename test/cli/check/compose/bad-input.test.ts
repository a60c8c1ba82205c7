import fc from 'fast-check';
import { checkCompose } from '../../../../cli/check/compose/check-compose';
import { Refusal } from '../../../../cli/check/compose/read/refusal';
import { filesIn, promiseCalled } from './support/compose-fixture';

const promise = promiseCalled('todo-chatbot');
const check = (files: Readonly<Record<string, string>>) => checkCompose(['compose.yaml'], filesIn(files), promise);
const refusal = (files: Readonly<Record<string, string>>): string => {
  try {
    check(files);
    return 'not refused';
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};
const laughs = [
  'a0: &a0 [x, x]',
  ...Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`),
];
const merges = [
  'm0: &m0 { k0: 1 }',
  ...Array.from(
    { length: 40 },
    (_, index) => `m${index + 1}: &m${index + 1} { <<: [${`*m${index}, `.repeat(400)}*m${index}], k${index + 1}: 1 }`,
  ),
];

describe('A file that is made to exhaust, to go in a circle or to look elsewhere is refused in a sentence', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['aliases of aliases', { 'compose.yaml': laughs.join('\n') }, 'compose.yaml: aliases make more than 100000 values of it'],
    [
      'an alias in its own anchor',
      { 'compose.yaml': 'services: &s\n  a: *s\n' },
      'compose.yaml:2: the alias s stands inside what it repeats',
    ],
    ['lists in lists', { 'compose.yaml': `a: ${'['.repeat(500)}${']'.repeat(500)}` }, 'lie deeper in each other than 60'],
    [
      'more lists in lists than a stack holds',
      { 'compose.yaml': `a: ${'['.repeat(90_000)}${']'.repeat(90_000)}` },
      'lie deeper in each other than 60',
    ],
    ['192 KiB and more', { 'compose.yaml': `# ${'x'.repeat(300_000)}` }, 'more than 192 KiB'],
    [
      'a circle of extends',
      { 'compose.yaml': 'services:\n  a: { extends: b }\n  b: { extends: a }\n' },
      'compose.yaml:2: a extends b extends a, which is a circle',
    ],
    [
      'a circle of extends through files',
      {
        'compose.yaml': 'services: { a: { extends: { file: o.yaml, service: b } } }\n',
        'o.yaml': 'services: { b: { extends: { file: compose.yaml, service: a } } }\n',
      },
      'which is a circle',
    ],
    [
      'a circle of includes',
      { 'compose.yaml': 'include: [o.yaml]\n', 'o.yaml': 'include: [compose.yaml]\n' },
      'compose.yaml includes o.yaml includes compose.yaml, which is a circle',
    ],
    ['a file that includes itself', { 'compose.yaml': 'include: [compose.yaml]\n' }, 'which is a circle'],
    ['an include outside', { 'compose.yaml': 'include: [../o.yaml]\n' }, '../o.yaml lies outside the folder that is looked at'],
    [
      'an extends outside',
      { 'compose.yaml': 'services: { a: { extends: { file: /etc/o.yaml, service: b } } }\n' },
      '/etc/o.yaml lies outside',
    ],
    ['an env file outside', { 'compose.yaml': 'services: { a: { image: x, env_file: ../.env } }\n' }, 'the env file ../.env lies outside'],
    [
      'more files than anybody has',
      {
        'compose.yaml': `include: [${Array.from({ length: 60 }, (_, i) => `f${i}.yaml`)}]\n`,
        ...Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}.yaml`, `services: { s${i}: { image: x } }\n`])),
      },
      'more than 50 files belong to it',
    ],
  ])('%s', (_, files, message) => {
    expect(refusal(files)).toContain(message);
  });

  it('merge keys that double at each step are bounded', () => {
    expect(refusal({ 'compose.yaml': `${merges.join('\n')}\nservices: {}\n` })).toMatch(/not refused|aliases make more/);
  });

  it('a chain of services, each extending the one before, is bounded', () => {
    const services = Array.from({ length: 200 }, (_, index) => `  s${index}: { image: x${index === 0 ? '' : `, extends: s${index - 1}`} }`);

    expect(refusal({ 'compose.yaml': `services:\n${services.join('\n')}\n` })).toContain('more than 30 services extend one another');
  });
});

describe('Whatever stands in a file, there is an answer, and no secret in it', () => {
  const words = fc.constantFrom(
    ...[
      'services:',
      'a:',
      'backend:',
      'postgres:',
      '  ',
      '    ',
      '\n',
      '\n',
      '\n  ',
      '\n    ',
      '- ',
      'image: x',
      'ports:',
      '"80:80"',
      'environment:',
      'A=1',
      'JWT_SECRET:',
      '&x',
      '*x',
      '<<: *x',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '|',
      '>',
      '!reset',
      '!override',
      '!!str',
    ],
    ...[
      '${',
      '}',
      '$',
      '$$',
      '${A:-',
      'extends:',
      'include:',
      'build:',
      'args:',
      'healthcheck:',
      'test:',
      'depends_on:',
      'condition: service_healthy',
      'volumes:',
      './x:/x',
      'tmpfs:',
      'command:',
      'user: 0',
      'read_only: true',
      '# waybill-ignore',
      '? ',
      ': ',
      '---',
      '...',
      '\t',
      '%YAML 1.1',
      'null',
      '~',
      '0x',
      '9e9',
      '\u0000',
      '\u2028',
      '\uE000',
    ],
  );
  const text = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '));
  const answers = (own: string, other: string, env: string): boolean => {
    const message = refusal({ 'compose.yaml': own, 'other.yaml': other, '.env': env });
    return message === 'not refused' || message.length > 10;
  };

  it('for words of compose files in any order', () => {
    fc.assert(fc.property(text, text, text, answers), { numRuns: 1500 });
  });
  it('for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (own) => answers(own, '', own)),
      { numRuns: 600 },
    );
  });
  it('each finding is at a line that is there', () => {
    fc.assert(
      fc.property(text, (own) => {
        const files = { 'compose.yaml': `services:\n  backend:\n    image: todo-backend\n${own}` };
        try {
          return check(files).every(({ line, column }) => line >= 1 && column >= 1 && line <= files['compose.yaml'].split('\n').length);
        } catch (error) {
          return error instanceof Refusal;
        }
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    [
      'in the file',
      {
        'compose.yaml':
          'services:\n  backend:\n    build: ./backend\n    environment: { JWT_SECRET: swordfish, DATABASE_URL: "postgres://u:swordfish@h/x" }\n',
      },
    ],
    [
      'in .env',
      {
        'compose.yaml':
          'services:\n  backend:\n    build: { context: ./backend, args: { A: "$P" } }\n    image: "todo-backend:$P"\n    user: "$P"\n    command: "run $P"\n    environment: { JWT_SECRET: $P, LOG_LEVEL: $P, CORS_ORIGINS: $P }\n    healthcheck: { test: "curl $P", interval: $P }\n',
        '.env': 'P=swordfish\n',
      },
    ],
    [
      'in an env file',
      {
        'compose.yaml': 'services:\n  backend:\n    build: ./backend\n    env_file: a.env\n',
        'a.env': 'JWT_SECRET=swordfish\nLOG_LEVEL=swordfish\n',
      },
    ],
    ['in a line that is no YAML', { 'compose.yaml': 'services:\n  backend:\n    environment:\n      JWT_SECRET: "swordfish\n' }],
    [
      'in a key that stands twice',
      { 'compose.yaml': 'services:\n  backend:\n    environment: { JWT_SECRET: swordfish, JWT_SECRET: swordfish }\n' },
    ],
  ])('a secret %s is never repeated', (_, files) => {
    const findings = check(files as unknown as Readonly<Record<string, string>>);

    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('swordfish');
  });
});
