import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { composeExamples } from './compose-examples';
import { exampleWorkflows } from './example-workflows';
import { pages } from './pages';
import { reviewingPage } from './reviewing/reviewing-page';

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const all = { ...pages(), 'reviewing.md': reviewingPage() };
for (const [path, page] of Object.entries(all)) write(join(__dirname, '..', path), page);
for (const [path, text] of Object.entries({ ...composeExamples(), ...exampleWorkflows() }))
  write(join(__dirname, '../../examples', path), text);
