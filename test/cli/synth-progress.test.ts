import { showProgress } from '../../cli/synth/show-progress';

/** What is written when each of `of` systems takes so many milliseconds. */
const written = (isTTY: boolean, of: number, each: number): readonly string[] => {
  const texts: string[] = [];
  let clock = 0;
  const progress = showProgress(
    () => ({ isTTY, write: (text) => texts.push(text) }),
    () => clock,
  );
  for (let made = 1; made <= of; made++) {
    clock += each;
    progress(made, of);
  }
  return texts;
};

describe('A synth of more than a second says how far it is', () => {
  it('a shorter one says nothing', () => {
    expect([...written(true, 9, 100), ...written(false, 9, 100)]).toEqual([]);
  });
  it('on a terminal, in one line that goes when it is done', () => {
    expect(written(true, 12, 100)).toEqual(['\r10 of 12 systems, 10 a second, 1 s left\x1b[K', '\r\x1b[K']);
  });
  it('in a log, as a line after a second and then every five', () => {
    expect(written(false, 100, 100)).toEqual(['10 of 100 systems, 10 a second, 9 s left\n', '60 of 100 systems, 10 a second, 4 s left\n']);
  });
});
