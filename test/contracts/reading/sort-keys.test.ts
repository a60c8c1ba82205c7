import fc from 'fast-check';
import { keysInOrder, sortKeys } from '../../../contracts/reading/sort-keys';

const keys = fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'A', 'é', '\u{1f600}', '\uffff', '')), { maxLength: 60 });

describe('Keys in order', () => {
  it('stand as `sort` puts them, few or many, and it is known whether they did before', () => {
    fc.assert(
      fc.property(keys, (some) => {
        const sorted = [...some].sort();
        const copy = [...some];

        expect(sortKeys(copy)).toBe(sorted.every((key, index) => key === some[index]));
        expect(copy).toEqual(sorted);
      }),
    );
  });
  it('are those of the record, which stays as it is', () => {
    const record = { b: 1, a: 2, c: 3 };

    expect(keysInOrder(record)).toEqual(['a', 'b', 'c']);
    expect(Object.keys(record)).toEqual(['b', 'a', 'c']);
  });
});
