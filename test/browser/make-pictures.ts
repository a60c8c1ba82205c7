import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toHtml } from '../../cli/diff/forms/to-html';
import { REAL_CHANGES } from '../../docs/make/reviewing/real-changes';
import { reportOf } from '../../docs/make/reviewing/reviewing-page';
import { Chromium } from './support/chromium';

/** Writes the pictures of docs/reviewing.md: npx tsx test/browser/make-pictures.ts */
const make = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const file = join(folder, 'diff.html');
  // All of them at once, but for the system that goes: it would take others' lines with it.
  const edits = REAL_CHANGES.filter((change) => change.class !== 'left-behind').flatMap((change) => change.edits);
  writeFileSync(file, toHtml(reportOf({ edits })));
  mkdirSync('docs/pictures', { recursive: true });
  const shots = [
    { name: 'diff-light', width: 1100, height: 820, dark: false, keys: [] },
    { name: 'diff-dark-side-by-side', width: 1100, height: 700, dark: true, keys: ['s', 'f', ...Array.from({ length: 37 }, () => 'j')] },
    { name: 'diff-phone', width: 390, height: 780, dark: false, keys: [] },
  ];
  for (const { name, width, height, dark, keys } of shots) {
    const browser = new Chromium();
    await browser.open(pathToFileURL(file).href, width, height, dark);
    for (const key of keys) await browser.press(key);
    writeFileSync(join('docs/pictures', `${name}.png`), await browser.picture());
    await browser.close();
  }
  rmSync(folder, { recursive: true });
};
void make();
