import fc from 'fast-check';
import { checkFiles } from '../../../cli/check/check-files';
import { promisedCalled, TODAY } from './support/references';

const check = (content: string | Uint8Array) =>
  checkFiles({
    dockerfile: { path: 'Dockerfile', bytes: typeof content === 'string' ? Buffer.from(content) : content },
    dockerignore: 'unknown',
    promised: promisedCalled('todo-chatbot.backend'),
    today: TODAY,
  });
const told = (content: string | Uint8Array) => check(content).map(({ rule, line, found }) => `${line} ${rule}: ${found}`);

describe('A file that is none', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', '1 dockerfile-can-be-read: there is no FROM, so nothing is built'],
    ['comments alone', '# hello\n', '1 dockerfile-can-be-read: there is no FROM, so nothing is built'],
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), '1 dockerfile-can-be-read: a NUL byte: this is a binary file or UTF-16'],
    ['UTF-16', Buffer.from('FROM a\n', 'utf16le'), '1 dockerfile-can-be-read: a NUL byte: this is a binary file or UTF-16'],
    ['not UTF-8', Buffer.from([...Buffer.from('FROM a\nRUN '), 0xff, 0xfe]), '2 dockerfile-can-be-read: bytes that are not UTF-8'],
    ['10 MB', Buffer.alloc(10_000_000, 'x'), '1 dockerfile-can-be-read: more than 1 MiB, which no hand-written file has'],
    ['more instructions than any has', `FROM a\n${'RUN x\n'.repeat(6000)}`, '5001 dockerfile-can-be-read: more than 5000 instructions'],
    ['a line that never ends', `FROM a\nRUN ${'x'.repeat(70_000)}`, '2 dockerfile-can-be-read: a line longer than 65535 characters'],
    ['a heredoc that never ends', 'FROM a\nRUN <<EOF\necho', '2 dockerfile-can-be-read: heredoc EOF never ends'],
    ['an unknown instruction', 'FROM a\nRNU x', '2 dockerfile-can-be-read: RNU is no instruction'],
    ['two syntax directives', '# syntax=a\n# syntax=b\nFROM a', '2 dockerfile-can-be-read: a second syntax directive'],
    [
      'a circle of stages',
      'FROM b AS a\nFROM a AS b',
      '1 stages-build-on-earlier-ones: b is a stage that comes later and itself builds on a',
    ],
  ])('%s is told where it fails', (_, content, expected) => {
    expect(told(content)).toContain(expected);
  });

  it('a quote that never ends, and a FROM without a name, end nothing', () => {
    expect(told('FROM\nENV A="b\nLABEL c=\'d\nRUN echo "x')).toContain('1 dockerfile-can-be-read: FROM names no image');
  });

  it('Windows line ends and a byte order mark change nothing', () => {
    const plain = 'FROM python:3.13-slim AS builder\nRUN adduser \\\n  x\nUSER 0\n';

    expect(told(`\uFEFF${plain.replaceAll('\n', '\r\n')}`)).toEqual(told(plain));
  });

  it('1,000 stages, each on the one before, are read', () => {
    const stages = Array.from(
      { length: 1000 },
      (_, index) => `FROM ${index === 0 ? 'alpine:3.22' : `s${index - 1}`} AS s${index}\nRUN echo ${index}\nENV A${index % 7}=x`,
    );

    expect(check(stages.join('\n')).length).toBeGreaterThan(0);
  });

  it('no value of a secret is repeated', () => {
    expect(JSON.stringify(check('FROM alpine:3.22\nENV DB_PASSWORD=correct-horse-battery\nENV API_KEY=s3cr3t-value-here'))).not.toMatch(
      /correct-horse|s3cr3t/,
    );
  });
});

describe('Whatever the bytes are, there is an answer', () => {
  it('for bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => Array.isArray(check(bytes))),
      { numRuns: 400 },
    );
  });

  it('for words of Dockerfiles in any order, each finding at a line that is there', () => {
    const word = fc.constantFrom(
      'FROM',
      'RUN',
      'COPY',
      'ENV',
      'ARG',
      'USER',
      'CMD',
      'HEALTHCHECK',
      'LABEL',
      'EXPOSE',
      'a',
      'AS',
      '--from=',
      '--x="',
      '$',
      '${',
      '${A:-',
      '}',
      '"',
      "'",
      '\\',
      '\n',
      '\n',
      '<<E',
      'E',
      '[',
      ']',
      '["a"]',
      '=',
      '&&',
      '||',
      ';',
      '(',
      ')',
      '`',
      '$(',
      'adduser',
      '-u',
      '1000',
      'apt-get',
      'install',
      'case',
      'esac',
      '..',
      '/',
      '8000/tcp',
      '#',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const lines = text.split('\n').length;

        return check(text).every(({ line, column }) => line >= 1 && line <= lines && column >= 1);
      }),
      { numRuns: 1500 },
    );
  });
});
