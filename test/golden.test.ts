import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesize } from '../constructs/synthesize';
import { systems } from '../systems';
import { targets, versions } from '../targets';

const dist = join(__dirname, '../dist');
const { files, findings } = synthesize(systems, targets, versions);

describe('dist is what the source gives; if not: `npm run synth`, and review the difference', () => {
  it('has no finding', () => {
    expect(findings).toEqual([]);
  });
  it('holds the very files', () => {
    const written = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

    expect(written.toSorted()).toEqual([...files.keys()].toSorted());
  });
  it.each([...files.keys()])('%s', (name) => {
    expect(readFileSync(join(dist, name), 'utf8')).toBe(files.get(name));
  });
});
