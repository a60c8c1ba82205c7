import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkflow } from '../../../../cli/check/workflow/check-workflow';
import { promiseOf } from './support/promises';

const written = readFileSync(join(__dirname, 'snippets/todo-chatbot.yml'), 'utf8');

/** Line, rule, how many, and the row of findings.md; what stands in no row says why it is right. */
const EXPECTED: readonly (readonly [place: string, rule: string, count: number, row: string])[] = [
  ['10', 'images-have-a-job', 1, 'D-T30: the frontend job is missing'],
  ['11', 'workflow-missing-packages-write', 1, 'D-T27'],
  ['14', 'action-not-pinned', 1, 'D-T31'],
  ['17', 'action-not-pinned', 1, 'D-T31'],
  ['20', 'action-not-pinned', 1, 'D-T31'],
  ['28', 'action-not-pinned', 1, 'D-T31'],
  ['30', 'pushed-images-are-pulled', 1, 'C11: github.repository is OWNER/REPOSITORY'],
  ['32', 'workflow-is-the-contracts', 3, 'C10, C12, D-T28: the data departs from each of the three lines'],
  ['32', 'latest-is-not-pushed', 1, 'C12, D-T29: latest is added by itself'],
  ['32', 'tag-forms-are-pushed', 3, 'C12: git-, branch and version with sha are missing'],
  ['32', 'tags-are-the-policys', 1, 'C10: 1.0.0 has no form of section 5'],
  ['32', 'workflow-tag-mismatch', 1, 'C10, D-T29: section 6 pulls v1.0.0'],
  ['33', 'tags-are-the-policys', 1, 'C12: 1.0 moves, and has no form of section 5'],
  ['34', 'metadata-unknown-expression', 1, 'D-T28'],
  ['34', 'tag-invalid', 1, 'D-T28'],
  ['36', 'images-are-scanned', 1, 'D-T30'],
  ['36', 'workflow-platforms', 1, 'D-T30: section 2 builds for linux/amd64'],
  ['37', 'action-not-pinned', 1, 'D-T31'],
];
/** Rows of findings.md about the workflow. */
const ROWS = ['C10', 'C11', 'C12', 'D-T27', 'D-T28', 'D-T29', 'D-T30', 'D-T31'];

describe('The document’s own workflow, as it is written', () => {
  it('gives the defects that are known of it and nothing that is not explained', () => {
    const counts = new Map<string, number>();
    for (const { line, rule } of checkWorkflow(written, 'images.yml', promiseOf('todo-chatbot'))) {
      const key = `${line} ${rule}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }

    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(EXPECTED.map(([place, rule, count]) => [`${place} ${rule}`, count])));
  });

  it('every row of the findings about it is found', () => {
    const found = EXPECTED.flatMap(([, , , row]) => row.split(':')[0]?.split(', ') ?? []);

    expect(ROWS.filter((row) => !found.includes(row))).toEqual([]);
  });

  it('held to the backend alone, it says nothing of the frontend', () => {
    const rules = checkWorkflow(written, 'images.yml', promiseOf('todo-chatbot/backend')).map(({ rule }) => rule);

    expect(rules).not.toContain('images-have-a-job');
    expect(rules).toContain('workflow-tag-mismatch');
  });
});
