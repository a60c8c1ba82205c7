import { checkFiles } from '../../../cli/check/check-files';
import { promisedCalled, TODAY } from './support/references';

const BUILDER = 'postgres-patroni.stages.builder';
const foundIn = (text: string): readonly string[] =>
  checkFiles({
    dockerfile: { path: 'Dockerfile', bytes: Buffer.from(text) },
    dockerignore: 'unknown',
    promised: promisedCalled('postgres-patroni.postgres'),
    today: TODAY,
  })
    .filter(({ clauses }) => clauses.includes(BUILDER))
    .map(({ found }) => found);

describe('A stage that a clause allows and does not demand', () => {
  it.each([
    ['may be absent', 'FROM a:1 AS setup\nFROM a:1 AS runtime\n', []],
    ['may stand first', 'FROM a:1 AS builder\nFROM a:1 AS setup\nFROM a:1 AS runtime\n', []],
    ['may not come later', 'FROM a:1 AS setup\nFROM a:1 AS builder\nFROM a:1 AS runtime\n', ['stage builder is not the first']],
    ['may not ship', 'FROM a:1 AS builder\n', ['stage builder is the last, so it ships']],
  ])('%s', (_, text, found) => {
    expect(foundIn(text)).toEqual(found);
  });
});
