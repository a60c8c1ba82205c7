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

describe('A variable that a clause wants', () => {
  const clause = 'todo-chatbot.frontend.dockerfile.runner-node-env';
  it.each(['ENV NODE_ENV=production', 'ENV NODE_ENV production', 'ENV A=b NODE_ENV=production'])('stands in %s', (line) => {
    const promised = promisedCalled('todo-chatbot.frontend');
    const expects = [{ clause, stage: 'runner', has: 'ENV NODE_ENV=production' }];

    expect(
      checkFiles({
        dockerfile: { path: 'Dockerfile', bytes: Buffer.from(`FROM a:1 AS runner\n${line}\n`) },
        dockerignore: 'unknown',
        promised: { ...promised, expects },
        today: TODAY,
      }).filter(({ clauses }) => clauses.includes(clause)),
    ).toEqual([]);
  });
});
