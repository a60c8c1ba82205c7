import { onceForLatest } from '../../../contracts/reading/once-for-latest';

const counted = () => {
  const made: object[] = [];
  const of = onceForLatest((key: object) => made.push(key));
  return { made, of };
};

describe('what is worked out of a system', () => {
  it('is worked out once for up to four that are at hand in turn', () => {
    const { made, of } = counted();
    const keys = [{}, {}, {}, {}];
    for (let turn = 0; turn < 3; turn++) expect(keys.map(of)).toEqual([1, 2, 3, 4]);
    expect(made).toHaveLength(4);
  });
  it('is kept by identity, not by likeness', () => {
    const { of } = counted();
    expect([of({ name: 'a' }), of({ name: 'a' })]).toEqual([1, 2]);
  });
  it('is worked out again after four others, with the same result to a reader', () => {
    const { made, of } = counted();
    const first = {};
    of(first);
    for (let other = 0; other < 4; other++) of({});
    of(first);
    expect(made.filter((key) => key === first)).toHaveLength(2);
  });
  it('may be nothing, and is not worked out again for that', () => {
    let calls = 0;
    const of = onceForLatest((_: object): undefined => {
      calls++;
    });
    const key = {};
    expect([of(key), of(key), calls]).toEqual([undefined, undefined, 1]);
  });
});
