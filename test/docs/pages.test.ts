import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../../docs/make/pages';
import { rulesPage } from '../../docs/make/rules-page';

describe('The generated pages', () => {
  it.each(Object.entries(pages()))('docs/%s is current (npx tsx docs/make/run.ts)', (path, page) => {
    expect(readFileSync(join(__dirname, '../../docs', path), 'utf8')).toBe(page);
  });
});

describe('The page of rules', () => {
  it('has a heading for each rule, so that its id is an anchor, and links what can be read elsewhere', () => {
    const rules = [
      { id: 'a-rule', promise: 'It holds.', source: 'https://example.com/why' },
      { id: 'b-rule', promise: 'It holds too.', source: 'Waybill’s own' },
    ];

    expect(
      rulesPage([{ title: 'Things', rules }])
        .split('\n\n')
        .slice(3),
    ).toEqual([
      '## Things',
      '### a-rule',
      'It holds.',
      'Source: <https://example.com/why>',
      '### b-rule',
      'It holds too.',
      'Source: Waybill’s own\n',
    ]);
  });
});
