import fc from 'fast-check';
import { placeOnLaptop } from '../../../cli/compose/place-on-laptop';
import { isSame } from '../../../cli/explain/env/env-row';
import { envRows } from '../../../cli/explain/env/env-rows';
import { toTable } from '../../../cli/explain/env/to-table';
import { PLAIN } from '../../../cli/explain/page';
import { checkAll } from '../../../contracts/check-all';
import { arbitrarySystem } from '../../support/arbitrary-system';
import { cluster, laptop } from '../../support/target-with';
import { shop } from '../../systems/shop';

const rowsOf = (system: Parameters<typeof checkAll>[0][number]) => {
  const { placed } = checkAll([system], [laptop, cluster], {});
  const [here] = placeOnLaptop([system]).placed;
  return here === undefined || placed.length < 2 ? undefined : envRows(here, placed, []);
};

describe('What the containers of any system are given', () => {
  it('has a reason for every place of every difference, and stands on one line', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitrarySystem, (system) => {
        const rows = rowsOf(system);
        if (rows === undefined) return;
        seen += 1;
        for (const row of rows.filter((one) => !isSame(one))) {
          expect(Object.values(row.cells).map(({ reasons }) => reasons.length > 0 && reasons.every((text) => text !== ''))).toEqual([
            true,
            true,
            true,
          ]);
        }
        const lines = toTable(system.name, rows, PLAIN).split('\n');
        expect(lines.filter((line) => /^[A-Z]+ /.test(line))).toHaveLength(rows.length);
      }),
      { numRuns: 80 },
    );
    expect(seen).toBeGreaterThan(20);
  });
  it('also of a sidecar and of a job', () => {
    const rows = rowsOf(shop as never) ?? [];

    expect(rows.map(({ role, variable }) => `${role}.${variable}`)).toEqual([
      'catalogue.SEARCH',
      'queue.PASSWORD',
      'report.CATALOGUE',
      'report.QUEUE_URL',
      'shipper.LOGS_TOKEN',
      'worker.BATCH',
      'worker.CATALOGUE',
      'worker.QUEUE_URL',
    ]);
    expect(rows.find(({ role, variable }) => role === 'report' && variable === 'CATALOGUE')?.cells).toMatchObject({
      compose: { shown: 'catalogue:9090' },
      here: { shown: 'shop-catalogue:9090' },
    });
  });
});
