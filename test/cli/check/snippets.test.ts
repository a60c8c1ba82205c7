import { EXPECTED } from './support/expected';
import { findingsOfSnippet } from './support/snippets';

/** Rows of findings.md §2 about Dockerfile or .dockerignore whose rule there names a real failure. */
const ROWS = [
  ...[1, 2, 3, 4, 5, 6, 7, 13, 14, 15, 16, 22].map((row) => `D-T${row}`),
  ...[1, 2, 3, 4, 5, 6].map((row) => `D-H${row}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 15, 16].map((row) => `D-R${row}`),
  ...['D-A1', 'D-A2', 'D-A3', 'D-A4', 'D-P1', 'D-P2', 'D-P3', 'D-P5'],
];
/** The other rows with a rule about these files, and why no finding stands for them here. */
const SILENT: Readonly<Record<string, string>> = {
  'D-T8': 'whether the build makes public/ cannot be known from a Dockerfile',
  'D-T9': 'the data departs from /.next/cache, so the contract as it is read has no such mount; the rule has its fixture',
  'D-T17': 'the timeout of HEALTHCHECK ends the request as well; the rule has its fixture',
  'D-H7': 'the versions are equal here; that they differ is the failure, and the rule has its fixture',
  'D-H8': 'a size that the contract itself demands',
  'D-H11': 'the contract asks for none',
  'D-A5': 'a size that the contract itself demands (FR-008)',
  'D-P4': 'nothing that is copied is called build',
  'D-P6': 'the snippet declares no argument; the rule has its fixture',
  'D-P7': 'nothing copies the whole folder; the rule has its fixture',
};

describe('The documents’ own Dockerfiles, put into files as they are written', () => {
  it.each(Object.entries(EXPECTED))('%s gives the defects that are known of it and nothing that is not explained', (name, expected) => {
    const counts = new Map<string, number>();
    for (const { file, line, rule } of findingsOfSnippet(name)) {
      const key = `${file === 'Dockerfile' ? '' : 'i'}${line} ${rule}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }

    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(expected.map(([place, rule, count]) => [`${place} ${rule}`, count])));
  });

  it('every row of the findings about these files is found, or is one that cannot show here', () => {
    const found = Object.values(EXPECTED).flatMap((rows) => rows.map(([, , , row]) => row.split(',')[0]));

    expect(ROWS.filter((row) => !found.includes(row))).toEqual([]);
    expect(Object.keys(SILENT).filter((row) => found.includes(row))).toEqual([]);
  });
});
