import fc from 'fast-check';
import { isIgnored } from '../../cli/check/dockerignore/is-ignored';
import { readDockerignore } from '../../cli/check/dockerignore/read-dockerignore';
import { askOracle } from './ask-oracle';

const name = fc.constantFrom('a', 'b', 'ab', 'a.md', '.env', '.git', 'é', 'x-y', 'node_modules', 'A', '(a)', 'a+b', 'a{1}', '$a');
const part = fc.oneof(
  name,
  fc.constantFrom(
    '*',
    '**',
    '?',
    '*.md',
    'a*',
    '[ab]',
    '[^a]',
    '[a-c]x',
    '..',
    '.',
    '',
    'a\\*',
    '\\(a)',
    '**b',
    'a**',
    '.*',
    '^',
    'a^',
    '[',
    'a]',
  ),
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '/', './', ' ', '# ', '!/'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '/', ' '),
  )
  .map(([before, parts, after]) => `${before}${parts.join('/')}${after}`);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const question = fc.record({
  ignore: fc.array(pattern, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n')),
  paths: fc.array(path, { minLength: 8, maxLength: 8 }),
});

describe('What is ignored is what Docker ignores', () => {
  it('10,000 generated files of patterns, eight paths each', () => {
    const questions = fc.sample(question, { numRuns: 10_000, seed: 20_261_121 });
    const answers = askOracle(questions);
    const compared = questions.map((asked, index) => ({ ...asked, theirs: answers[index] }));
    const refused = compared.filter(({ theirs }) => !Array.isArray(theirs));
    const different = compared.filter(
      ({ ignore, paths, theirs }) => Array.isArray(theirs) && JSON.stringify(oursOf(ignore, paths)) !== JSON.stringify(theirs),
    );
    const accepted = refused.filter(({ ignore }) => readDockerignore(ignore).problems.length === 0);
    console.log(`${questions.length} files, ${refused.length} of them refused by Docker; ${different.length} decided differently`);

    expect(different.slice(0, 5).map(({ ignore, paths, theirs }) => ({ ignore, paths, ours: oursOf(ignore, paths), theirs }))).toEqual([]);
    expect(accepted.slice(0, 5)).toEqual([]);
  });
});

const oursOf = (ignore: string, paths: readonly string[]): readonly boolean[] => {
  const { patterns } = readDockerignore(ignore);
  return paths.map((path) => isIgnored(patterns, path));
};
