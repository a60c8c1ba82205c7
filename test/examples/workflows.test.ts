import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleWorkflows } from '../../docs/make/example-workflows';

describe('The workflow of each system in examples/ is what waybill workflow prints: npm run docs', () => {
  it.each(Object.entries(exampleWorkflows()))('%s', (path, text) => {
    expect(readFileSync(join(__dirname, '../../examples', path), 'utf8')).toBe(text);
  });
});
