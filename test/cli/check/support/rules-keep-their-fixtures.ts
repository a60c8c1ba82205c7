import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckFinding } from '../../../../cli/check/check-finding';

interface Rule {
  readonly id: string;
  readonly promise: string;
}
/** Each rule has files that break it, that keep it, and that nearly break it: `FIXTURES/RULE/{broken,ok,near-miss}.N…`. */
export const rulesKeepTheirFixtures = (
  rules: readonly Rule[],
  fixtures: string,
  findingsOf: (text: string) => readonly CheckFinding[],
): void => {
  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { promise }) => {
    const cases = readdirSync(join(fixtures, id)).map((name) => [name, readFileSync(join(fixtures, id, name), 'utf8')] as const);
    const of = (kind: string) => cases.filter(([name]) => name.startsWith(`${kind}.`));

    it.each(of('broken'))(`%s breaks it: ${promise}`, (_, text) => {
      expect(findingsOf(text).map(({ rule }) => rule)).toContain(id);
    });
    it.each([...of('ok'), ...of('near-miss')])('%s keeps it', (_, text) => {
      expect(findingsOf(text).filter(({ rule }) => rule === id)).toEqual([]);
    });
    it('has what breaks it, what keeps it, and what nearly breaks it', () => {
      expect(['broken', 'ok', 'near-miss'].map((kind) => of(kind).length > 0)).toEqual([true, true, true]);
    });
  });
};
