import { rowsOf, SHAPES, type Shape } from '../../bench/inputs/rows';
import { benchTarget, benchVersions, toSystems } from '../../bench/inputs/to-systems';
import { synthesizeEach } from '../../constructs/synthesize-each';

/** Methods of a list that look at each of its items, and what makes a list of a table. */
const OF_LISTS = [
  ...['map', 'filter', 'flatMap', 'find', 'findIndex', 'findLast', 'some', 'every', 'reduce', 'forEach', 'includes', 'indexOf'],
  ...['slice', 'concat', 'join', 'sort', 'toSorted', 'toReversed', Symbol.iterator],
] as const;
const OF_TABLES = ['keys', 'values', 'entries', 'fromEntries'] as const;
type Methods = Record<string | symbol, (...args: readonly unknown[]) => unknown>;

/** How many items are looked at while something is done: the same on every machine, however busy. */
const lookedAt = (work: () => void): number => {
  const [lists, tables] = [Array.prototype, Object] as unknown as [Methods, Methods];
  const before = [
    ...OF_LISTS.map((name) => [lists, name, lists[name]] as const),
    ...OF_TABLES.map((name) => [tables, name, tables[name]] as const),
  ];
  let sum = 0;
  for (const [owner, name, method] of before) {
    owner[name] = function (this: unknown, ...args: readonly unknown[]) {
      const found = method?.apply(this, args as unknown[]);
      const whole = owner === lists ? this : Array.isArray(found) ? found : args[0];
      sum += (whole as { readonly length?: number }).length ?? 0;
      return found;
    };
  }
  try {
    work();
  } finally {
    for (const [owner, name, method] of before) if (method !== undefined) owner[name] = method;
  }
  return sum;
};

const workOf = (count: number, shape: Shape): number => {
  const rows = rowsOf(count, shape);
  const systems = toSystems(rows, shape === 'a chain');
  const versions = benchVersions(rows);
  let files = 0;
  const work = lookedAt(() => {
    const { findings } = synthesizeEach(systems, [benchTarget], versions)(() => files++);
    if (findings.length > 0) files = 0;
  });
  expect(files).toBe(new Set(rows.map(({ system }) => system)).size);
  return work;
};

describe('The work grows with the number of services, and not faster', () => {
  it.each(SHAPES)('%s: twice as many services are at most a tenth more than twice the work', (shape) => {
    const [some, twice] = [workOf(400, shape), workOf(800, shape)];

    expect(some).toBeGreaterThan(400);
    expect(twice / some).toBeLessThan(2.1);
  });
  it('what is counted would show a search through all in each', () => {
    const search = (count: number) =>
      lookedAt(() => Array.from({ length: count }, (_, index) => index).every((one, _index, all) => all.includes(one)));

    expect(search(200) / search(100)).toBeGreaterThan(3.5);
  });
});
