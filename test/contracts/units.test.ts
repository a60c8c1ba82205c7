import { mebibytes, megabytes, milliCores, milliseconds, wholeSeconds } from '../../contracts/units';

describe('A figure and its unit', () => {
  it.each([
    [milliCores, '250m', 250],
    [milliCores, '0m', 0],
    [mebibytes, '128Mi', 128],
    [mebibytes, '2Gi', 2048],
    [megabytes, '150MB', 150],
    [milliseconds, '100ms', 100],
    [milliseconds, '30s', 30_000],
    [milliseconds, '5m', 300_000],
    [milliseconds, '1h', 3_600_000],
  ])('case %#: %p reads %s as %d', (read, text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(['', '250', '0.5', '1e3m', '01m', ' 1m', '1m ', '-1m', '1M', '1Mi', '１m', '1234567890123m', '1constructor'])(
    '"%s" is no CPU',
    (text) => {
      expect(milliCores(text)).toBeUndefined();
    },
  );
  it.each(['1GB', '0.5Mi', ' 1Mi', '01Mi', '1e3Mi', '1mi', '1Ki', '1Ti', '1 Gi'])('"%s" is no memory', (text) => {
    expect(mebibytes(text)).toBeUndefined();
  });
  it.each(['500Mi', '150mb', '1GB'])('"%s" is no size of an image', (text) => {
    expect(megabytes(text)).toBeUndefined();
  });
  it.each(['100', '1.5s', '1d', '1 s', '1m30s'])('"%s" is no duration', (text) => {
    expect(milliseconds(text)).toBeUndefined();
  });

  it.each([
    ['100ms', 1],
    ['1000ms', 1],
    ['1001ms', 2],
    ['1m', 60],
  ])('%s needs %d whole seconds', (duration, seconds) => {
    expect(wholeSeconds(duration)).toBe(seconds);
  });
});
