import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKFLOW_RULES } from '../../../../cli/check/workflow/rules';
import { findingsOfFixture } from './support/fixture';

const FIXTURES = join(__dirname, 'fixtures');

describe.each(WORKFLOW_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { promise }) => {
  const cases = readdirSync(join(FIXTURES, id)).map((name) => [name, readFileSync(join(FIXTURES, id, name), 'utf8')] as const);
  const of = (kind: string) => cases.filter(([name]) => name.startsWith(`${kind}.`));

  it.each(of('broken'))(`%s breaks it: ${promise}`, (_, text) => {
    expect(findingsOfFixture(text).map(({ rule }) => rule)).toContain(id);
  });
  it.each([...of('ok'), ...of('near-miss')])('%s keeps it', (_, text) => {
    expect(findingsOfFixture(text).filter(({ rule }) => rule === id)).toEqual([]);
  });
  it('has what breaks it, what keeps it, and what nearly breaks it', () => {
    expect(['broken', 'ok', 'near-miss'].map((kind) => of(kind).length > 0)).toEqual([true, true, true]);
  });
});
