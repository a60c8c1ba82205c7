import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toHtml } from '../../cli/diff/forms/to-html';
import { Chromium } from './support/chromium';
import { exampleReport } from './support/example-report';

/** Writes the pictures of docs/reviewing.md: npx tsx test/browser/make-pictures.ts */
const make = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const file = join(folder, 'diff.html');
  writeFileSync(file, toHtml(exampleReport()));
  mkdirSync('docs/pictures', { recursive: true });
  const shots = [
    { name: 'diff-light', width: 1100, height: 820, dark: false, keys: [] },
    { name: 'diff-dark-side-by-side', width: 1100, height: 700, dark: true, keys: ['s', 'f', ...Array.from({ length: 19 }, () => 'j')] },
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
