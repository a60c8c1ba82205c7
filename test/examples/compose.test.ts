import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeExamples } from '../../docs/make/compose-examples';

const root = join(__dirname, '../../examples');
const examples = composeExamples();

describe('The compose files below examples/', () => {
  it.each(Object.entries(examples))('%s is what waybill compose prints (npm run docs)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
  it('are no others', () => {
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /compose\.ya?ml$|\.env/.test(path));

    expect(found.toSorted()).toEqual(Object.keys(examples).toSorted());
  });
});
