import * as fc from 'fast-check';
import { generatedValue, LETTERS_AND_DIGITS } from '../../../cli/secrets/generated-value';

describe('A generated value', () => {
  it('has as many characters as asked for, all letters or digits, and means itself in a URL', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
        const value = generatedValue(length);

        expect(value).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`));
        expect(encodeURIComponent(value)).toEqual(value);
      }),
    );
  });

  it('takes each of the 62 characters about as often as any other', () => {
    const drawn = generatedValue(62_000);
    const counts = [...LETTERS_AND_DIGITS].map((character) => drawn.split(character).length - 1);

    expect(counts).toHaveLength(62);
    // 1000 each; eight standard deviations are 250, which chance does not reach.
    expect(counts.filter((count) => Math.abs(count - 1000) > 250)).toEqual([]);
  });
});
