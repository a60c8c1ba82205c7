import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCompose } from '../../../../cli/check/compose/check-compose';
import { filesIn, promiseCalled } from './support/compose-fixture';

const SNIPPET = readFileSync(join(__dirname, 'snippets', 'todo-chatbot.compose.yaml'), 'utf8');
/** Line, rule, and the row of the findings that names it. Document 001 §4 is the one compose file of the five documents. */
const EXPECTED: readonly (readonly [line: number, rule: string, row: string])[] = [
  [1, 'compose-version-obsolete', 'D-T23'],
  [9, 'compose-literal-secret', 'D-T25: POSTGRES_PASSWORD'],
  [28, 'compose-literal-secret', 'D-T25: the password in DATABASE_URL'],
  [29, 'compose-literal-secret', 'D-T25: JWT_SECRET'],
  [47, 'compose-localhost-is-the-container', 'C31: readiness asks NEXT_PUBLIC_API_URL from inside'],
  [51, 'compose-literal-secret', 'D-T25: BETTER_AUTH_SECRET'],
  [54, 'compose-literal-secret', 'D-T25: the password in DATABASE_URL'],
  [58, 'compose-dependencies-are-the-contracts', 'C30'],
  [60, 'compose-bind-no-effect', 'D-T24'],
];
const ROWS = ['D-T23', 'D-T24', 'D-T25', 'C30', 'C31'];

describe('The document’s own compose file, put into a file as it is written', () => {
  const findings = checkCompose(['compose.yaml'], filesIn({ 'compose.yaml': SNIPPET }), promiseCalled('todo-chatbot'));

  it('gives the defects that are known of it and nothing that is not explained', () => {
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual(EXPECTED.map(([line, rule]) => [line, rule]));
  });
  it('contradicts nothing: every clause about it is kept by it', () => {
    expect(findings.filter(({ class: kind, level }) => kind !== 'defect' || level === 'problem')).toEqual([]);
  });
  it('every row of the findings about compose is found', () => {
    expect(ROWS.filter((row) => !EXPECTED.some(([, , found]) => found.startsWith(row)))).toEqual([]);
  });
  it('repeats no password', () => {
    expect(JSON.stringify(findings)).not.toMatch(/todo_password|dev-jwt-secret|dev-better-auth/);
  });
});
