import fc from 'fast-check';
import { flatMap } from '../../../contracts/reading/flat-map';

describe('flatMap gives what the one of arrays gives', () => {
  it('for what is made of each item, a list or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer(), fc.array(fc.oneof(fc.integer(), fc.array(fc.integer())))), { maxLength: 20 }),
        (items) => {
          expect(flatMap(items, (item, index) => (index % 3 === 0 ? [index, item] : item))).toEqual(
            items.flatMap((item, index) => (index % 3 === 0 ? [index, item] : item)),
          );
        },
      ),
    );
  });
});
