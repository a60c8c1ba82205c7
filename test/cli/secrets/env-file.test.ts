import { parseEnv } from 'node:util';
import * as fc from 'fast-check';
import { readEnvFile } from '../../../cli/secrets/env-file';

const read = (text: string) => Object.fromEntries(readEnvFile('.env', text).values);
const linesRefused = (text: string) => readEnvFile('.env', text).findings.map(({ at }) => at);

describe('An env file', () => {
  it.each([
    ['KEY=value', 'value'],
    ['export KEY=value', 'value'],
    ['  KEY = value  ', 'value'],
    ['KEY=', ''],
    ["KEY='a b#c\"d'", 'a b#c"d'],
    ['KEY="a b#c\'d"', "a b#c'd"],
    ['KEY="a\\nb"', 'a\nb'],
    ["KEY='a\\nb'", 'a\\nb'],
    ["KEY='line\nline\n'", 'line\nline\n'],
    ['KEY=value # a comment', 'value'],
    ['KEY=a=b&c', 'a=b&c'],
    ['\uFEFFKEY=value', 'value'],
    ['# nothing\r\n\r\nKEY=value\r\n', 'value'],
    ['KEY=$HOME', '$HOME'],
    ['__proto__=x\nKEY=value', 'value'],
  ])('%j gives KEY %j', (text, value) => {
    expect(linesRefused(text)).toEqual([]);
    expect(readEnvFile('.env', text).values.get('KEY')).toEqual(value);
  });

  it.each([
    ['a bare value with a #, which others cut off there', 'KEY=pa#ss'],
    ['an escaped quote, which others take for the end', 'KEY="a\\"b"'],
    ['a quote that never ends', 'KEY="a'],
    ['text behind a quote', 'KEY="a" b'],
    ['a line without =', 'KEY'],
    ['a line with a colon', 'KEY: value'],
    ['a key that begins with a digit', '1KEY=value'],
  ])('is refused at the line with %s', (_, text) => {
    expect(linesRefused(`A=1\n${text}\nB=2`)).toEqual(['.env:2']);
  });

  it('is refused where a key comes a second time', () => {
    expect(linesRefused('KEY=1\nKEY=2')).toEqual(['.env:2']);
  });

  it('says how to write the line, and repeats nothing of it', () => {
    expect(readEnvFile('.env', 'OPENAI_API_KEY: C4nary').findings).toEqual([
      {
        at: '.env:1',
        found: 'is no KEY=value that can be read in one way only',
        fix: "put the value in single quotes, KEY='value'; in double quotes only \\n may follow a backslash",
        rule: 'env-file-is-clear',
      },
    ]);
  });

  it.each([
    ['in single quotes', fc.string({ unit: fc.constantFrom('a', 'Z', '0', '=', '#', '"', '\\', ' ', '\n', '$', '`', ':', '@', 'ü') }), "'"],
    ['bare', fc.string({ unit: fc.constantFrom('a', 'Z', '0', '=', '$', ':', '@', '/', '.', '-', '&', '?', 'ü') }), ''],
  ])('holds any value %s, and means the same to Node’s own reader', (_, values, quote) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = `BEFORE=1\nKEY=${quote}${value}${quote}\nAFTER='2'\n`;

        expect(read(text)).toEqual({ BEFORE: '1', KEY: value, AFTER: '2' });
        expect({ ...parseEnv(text) }).toEqual(read(text));
      }),
    );
  });

  it('never ends the run, whatever is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(Array.isArray(readEnvFile('.env', text).findings)).toBe(true)));
  });
});
