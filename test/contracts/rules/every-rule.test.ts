import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_RULES, CONTRACT_RULES, PLACED_RULES, SYSTEM_RULES } from '../../../contracts/rules';

const rules = [...CONTRACT_RULES, ...SYSTEM_RULES, ...PLACED_RULES, ...ALL_RULES];
const folder = join(__dirname, '../../../contracts/rules');

describe('The rules', () => {
  it('are the files of contracts/rules, each named after its id and listed once', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');

    expect(rules.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
  });
  it('each promise a sentence', () => {
    expect(rules.filter(({ promise }) => !/^\S.*\.$/.test(promise)).map(({ id }) => id)).toEqual([]);
  });
  it('each have a test that names them', () => {
    const tests = readdirSync(__dirname)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(__dirname, file), 'utf8'))
      .join();

    const names = (id: string) => [`'${id}'`, `${id.replace(/-(.)/g, (_, first: string) => first.toUpperCase())}`];

    expect(rules.filter(({ id }) => !names(id).some((name) => tests.includes(name))).map(({ id }) => id)).toEqual([]);
  });
});
