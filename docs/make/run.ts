import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages';
import { reviewingPage } from './reviewing/reviewing-page';

const all = { ...pages(), 'reviewing.md': reviewingPage() };
for (const [path, page] of Object.entries(all)) writeFileSync(join(__dirname, '..', path), page);
