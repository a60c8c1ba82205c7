import { emptyTable } from '../../../contracts/reading/empty-table';

describe('a table that is filled key by key', () => {
  it('is an object like any other to whoever reads it', () => {
    const table = emptyTable<number>();
    Object.assign(table, { b: 1, a: 2 });
    expect(table).toStrictEqual({ b: 1, a: 2 });
    expect(Object.entries(table)).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(JSON.stringify(table)).toBe('{"b":1,"a":2}');
    expect([table instanceof Object, table.constructor === Object, 'c' in table]).toEqual([true, true, false]);
  });
  it('has nothing of another', () => {
    Object.assign(emptyTable<number>(), { a: 1 });
    expect(Object.keys(emptyTable())).toEqual([]);
  });
});
