import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toHtml } from '../../../cli/diff/forms/to-html';
import { Chromium } from '../support/chromium';
import { exampleReport } from '../support/example-report';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
const file = join(folder, 'diff.html');
let browser: Chromium;
beforeAll(() => writeFileSync(file, toHtml(exampleReport())));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  browser = new Chromium();
});
afterEach(() => browser.close());

const open = (width?: number, dark?: boolean) => browser.open(pathToFileURL(file).href, width, 900, dark);
const seen = (): Promise<readonly string[]> =>
  browser.run(
    "[...document.querySelectorAll('[data-item]')].filter((one) => !one.hidden && one.checkVisibility()).map((one) => one.dataset.class)",
  );
const click = (selector: string) => browser.run(`document.querySelector(${JSON.stringify(selector)}).click()`);
const type = (text: string) =>
  browser.run(
    `(() => { const box = document.getElementById('search'); box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event('input')); })()`,
  );

describe('The page of waybill diff', () => {
  it('says nothing in the console and asks nobody for anything', async () => {
    await open();
    for (const key of ['j', 'o', 's', 'f', 't', '?', '?']) await browser.press(key);

    const told = browser.events.filter(
      ({ method }) => method === 'Runtime.consoleAPICalled' || method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded',
    );
    const asked = browser.events
      .filter(({ method }) => method === 'Network.requestWillBeSent')
      .map(({ params }) => (params as unknown as { request: { url: string } }).request.url);
    expect([told, asked]).toEqual([[], [pathToFileURL(file).href]]);
  });

  it('shows the classes that are chosen', async () => {
    await open();
    const all = (await seen()).length;
    await click('[data-filter=refused]');

    const refused = await seen();
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(all);
    expect(refused.every((one) => one.split(' ').includes('refused'))).toBe(true);
    await click('[data-filter=refused]');
    expect((await seen()).length).toBe(all);
  });

  it('finds words, says when there are none, and Escape clears', async () => {
    await open();
    const all = (await seen()).length;
    await type('postgres 16.1');
    expect((await seen()).length).toBeGreaterThan(0);
    expect((await seen()).length).toBeLessThan(all);
    await type('no such word');
    expect(await seen()).toEqual([]);
    expect(await browser.run("document.getElementById('nothing').checkVisibility()")).toBe(true);

    await browser.press('Escape');

    expect((await seen()).length).toBe(all);
  });

  it('folds', async () => {
    await open();
    const openOnes = (): Promise<number> => browser.run("document.querySelectorAll('details[open]').length");
    const all: number = await browser.run("document.querySelectorAll('details').length");

    expect(await openOnes()).toBe(0);
    await browser.press('f');
    expect(await openOnes()).toBe(all);
    await browser.press('f');
    expect(await openOnes()).toBe(0);
  });

  it('puts old and new side by side', async () => {
    await open();
    await browser.press('f');
    const tops = (): Promise<readonly [number, number]> =>
      browser.run(
        "(() => { const pair = [...document.querySelectorAll('.sides')].find((one) => one.children.length === 2); return [...pair.children].map((one) => one.getBoundingClientRect().top); })()",
      );
    const [a, b] = await tops();
    await browser.press('s');
    const [c, d] = await tops();

    expect(a).toBeLessThan(b);
    expect(c).toBe(d);
  });

  it('goes by keyboard alone', async () => {
    await open();
    const here = (): Promise<number> =>
      browser.run("[...document.querySelectorAll('[data-item]')].indexOf(document.querySelector('.here'))");
    await browser.press('j');
    await browser.press('j');
    expect(await here()).toBe(1);
    await browser.press('k');
    expect(await here()).toBe(0);
    await browser.press('/');
    expect(await browser.run('document.activeElement.id')).toBe('search');
    await browser.press('Escape');
    await browser.press('?');
    expect(await browser.run("document.getElementById('help').open")).toBe(true);
  });

  it.each([
    ['light', false],
    ['dark', true],
  ])('begins %s where the reader has it so, and changes', async (_, dark) => {
    await open(1200, dark);
    const brightness = (): Promise<number> => browser.run('Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])');
    const before = await brightness();
    await browser.press('t');
    const after = await brightness();

    expect(before > 128).toBe(!dark);
    expect(after > 128).toBe(dark);
  });

  it('fits a phone', async () => {
    await open(360);
    await browser.press('f');

    expect(await browser.run('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(
      await browser.run(
        "Math.min(...[...document.querySelectorAll('button')].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height))",
      ),
    ).toBeGreaterThanOrEqual(34);
  });
});
