import fc from 'fast-check';
import { readDockerfile } from '../../cli/check/dockerfile/read-dockerfile';
import { askOracle } from './ask-oracle';

const words = fc.constantFrom(
  'a',
  'echo hi',
  '&&',
  '"b c"',
  "'d'",
  '$X',
  '${Y:-z}',
  '\\',
  '\\\\',
  '`',
  '#',
  '# x',
  '--a',
  '--b=c',
  '--d="e f"',
  '[',
  '["a","b"]',
  '[1]',
  'é',
  '\t',
  '=',
  'k=v',
  '<<EOF',
  '<<-EOT',
  "<<'Q'",
  '3<<F',
  '1<<2',
  'AS b',
);
const keyword = fc.constantFrom(
  'FROM',
  'RUN',
  'COPY',
  'ADD',
  'CMD',
  'ENTRYPOINT',
  'ENV',
  'LABEL',
  'ARG',
  'EXPOSE',
  'USER',
  'WORKDIR',
  'VOLUME',
  'SHELL',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'MAINTAINER',
  'ONBUILD',
  'ONBUILD RUN',
  'run',
  'Copy',
  'UNKNOWN',
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(keyword, fc.array(words, { minLength: 1, maxLength: 5 })).map(([name, rest]) => `${name} ${rest.join(' ')}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '  ',
      '# comment',
      '  # indented',
      '\\',
      ' \\ ',
      '#',
      '# escape=`',
      '# syntax=docker/dockerfile:1',
      '#check=skip=all',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('EOF', 'EOT', '\tEOT', 'Q', 'F', 'text \\', '  more && \\', 'x') },
);
const dockerfile = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'), fc.boolean())
  .map(([lines, end, mark, closed]) => `${mark}${lines.join(end)}${closed ? end : ''}`);

/** What BuildKit refuses for a reason other than its form (a flag of ENV, two arguments of LABEL) is not compared. */
const isRefused = (answer: unknown): boolean => !Array.isArray(answer);

describe('Dockerfiles are read as BuildKit reads them', () => {
  it('20,000 generated ones: instructions, lines, flags, exec forms, heredocs', () => {
    const files = fc.sample(dockerfile, { numRuns: 20_000, seed: 20_261_121 });
    const answers = askOracle(files.map((file) => ({ dockerfile: file })));
    const compared = files.map((file, index) => ({ file, theirs: answers[index] })).filter(({ theirs }) => !isRefused(theirs));
    const different = compared.filter(({ file, theirs }) => JSON.stringify(oursOf(file)) !== JSON.stringify(theirs));
    console.log(
      `${compared.length} of ${files.length} generated Dockerfiles are ones BuildKit reads; ${different.length} are read differently`,
    );

    expect(different.slice(0, 3).map(({ file, theirs }) => ({ file, ours: oursOf(file), theirs }))).toEqual([]);
    expect(compared.length).toBeGreaterThan(5000);
  });
});

const oursOf = (file: string) =>
  readDockerfile(file).instructions.map(({ keyword, flags, json, heredocs, line, endLine }) => ({
    keyword,
    flags: flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
    ...(json === undefined || json.length === 0 ? {} : { json }),
    heredocs: heredocs.map(({ name, expands, chomps, content }) => ({ name, expands, chomps, content })),
    line,
    endLine,
  }));
