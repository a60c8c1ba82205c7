import { asCode } from '../../docs/make/as-code';
import { inCell } from '../../docs/make/in-cell';
import { shownValue } from '../../docs/make/shown-value';

describe('Text as code in a table', () => {
  it.each([
    ['a|b', '`a\\|b`'],
    ['say `x`', '`` say `x` ``'],
    ['two\n  lines', '`two lines`'],
    ['', '`  `'],
    ['\u001b[31m', '`\\u001b[31m`'],
  ])('%j is %s', (text, code) => {
    expect(asCode(text)).toBe(code);
  });
});

describe('Prose in a table', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['<img> & *stars*', '&lt;img&gt; &amp; \\*stars\\*'],
    ['NODE_ENV [x](y)', 'NODE\\_ENV \\[x\\](y)'],
    ['one\ntwo', 'one two'],
    ['`a_b` and one ` alone', '`a_b` and one \\` alone'],
  ])('%j is %s', (prose, cell) => {
    expect(inCell(prose)).toBe(cell);
  });
});

describe('A value of the data', () => {
  it.each([
    ['text', '`text`'],
    [8000, '`8000`'],
    [['sh', '-c', 'a b'], '`sh -c a b`'],
    [{ cpu: '50m' }, '`{"cpu":"50m"}`'],
    [{ first: 'x'.repeat(90), second: 1 }, '`first`, `second`'],
    [undefined, 'removed'],
  ])('%j is shown as %s', (value, shown) => {
    expect(shownValue(value)).toBe(shown);
  });
});
