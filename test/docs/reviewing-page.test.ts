import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES } from '../../cli/diff/consequences/rule';
import { REAL_CHANGES } from '../../docs/make/reviewing/real-changes';
import { reviewingPage } from '../../docs/make/reviewing/reviewing-page';
import { workflowOf } from '../workflows/workflows';

const DOCS = join(__dirname, '../../docs');
const page = readFileSync(join(DOCS, 'reviewing.md'), 'utf8');
const sectionOf = (name: string): string => page.split('\n### ').find((section) => section.startsWith(`${name}: `)) ?? '';

describe('The page about reviewing', () => {
  it('is current (npm run docs)', () => {
    expect(page).toBe(reviewingPage());
  });

  it('has a real change of each class, in the order of the comment', () => {
    expect(REAL_CHANGES.map((change) => change.class)).toEqual(CLASSES);
  });

  it.each(CLASSES)('shows a comment with a row of class %s', (name) => {
    expect(sectionOf(name)).toMatch(new RegExp(`^> \\| \\S+ ${name} \\|`, 'm'));
  });

  it('names every input of the workflow for others, and calls both workflows as they are called', () => {
    const { inputs } = (workflowOf('diff.yml').on as { workflow_call: { inputs: object } }).workflow_call;

    for (const input of Object.keys(inputs)) expect(page).toMatch(new RegExp(`^ +(?:# )?${input}: `, 'm'));
    for (const name of ['diff.yml', 'comment.yml']) expect(page).toContain(`OWNER/waybill/.github/workflows/${name}@COMMIT`);
  });

  it('shows every picture of waybill diff there is', () => {
    const pictures = readdirSync(join(DOCS, 'pictures')).filter((name) => name.startsWith('diff-'));

    expect(pictures).not.toEqual([]);
    for (const name of pictures) expect(page).toContain(`](pictures/${name})`);
  });
});
