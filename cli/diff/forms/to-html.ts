import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showQuantity } from '../compare/quantity';
import type { Capacity } from '../consequences/capacity/capacity-changes';
import { CLASSES } from '../consequences/rule';
import { shown } from '../consequences/shown';
import { versionRange } from '../consequences/versions';
import { type KubeObject, titleOf } from '../read/kube-object';
import { cureCommand } from '../report/cure-command';
import type { Edit, Report, Row, Section } from '../report/report';
import { countsText, isSame, noiseText } from './counts-text';
import { htmlCode, htmlText } from './html-text';
import { shownValue } from './shown-value';

const asset = (name: string): string => readFileSync(join(__dirname, 'page', name), 'utf8');
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The report as one page that asks no network for anything, and whose policy lets nothing run but its own script. */
export const toHtml = (report: Report): string => {
  const [style, script] = [asset('page.css'), asset('page.js')];
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(`Manifests: ${countsText(report)}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Manifests: ${htmlText(isSame(report) ? 'no difference' : countsText(report))}</h1>
<p class="dim">${htmlCode(report.base)} → ${htmlCode(report.head)}, judged for Kubernetes ${htmlText(versionRange(report.versions))}</p>
${bar(report)}
</header>
<main>
${problems(report)}
${report.rows.length === 0 ? '' : `<h2>Consequences</h2>\n${report.rows.map(rowHtml).join('\n')}`}
${commands(report)}
${capacity(report.capacities)}
${changes(report)}
<p id="nothing" class="dim" hidden>Nothing fits the filter. <kbd>Esc</kbd> clears it.</p>
<p class="dim">${htmlText(noiseText(report) ?? '')}</p>
</main>
${HELP}
<script>${script}</script>
</body>
</html>
`;
};

const bar = ({ rows }: Report): string => {
  const chips = CLASSES.flatMap((kind) => {
    const count = rows.filter((row) => row.class === kind).length;
    return count === 0 ? [] : [`<button type="button" data-filter="${kind}" aria-pressed="false">${kind} ${count}</button>`];
  });
  return `<div class="bar" role="toolbar" aria-label="Filter">
<input id="search" type="search" placeholder="Search  /" aria-label="Search">
${chips.join('\n')}
<button type="button" id="beside" data-act="beside" aria-pressed="false">side by side</button>
<button type="button" data-act="fold">open or fold all</button>
<button type="button" data-act="theme">theme</button>
<button type="button" data-act="help" aria-label="Keys">?</button>
</div>`;
};
const HELP = `<dialog id="help"><h2>Keys</h2>
<p><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>o</kbd> open · <kbd>f</kbd> fold all · <kbd>s</kbd> side by side · <kbd>t</kbd> theme · <kbd>/</kbd> search · <kbd>Esc</kbd> clear</p>
<form method="dialog"><button>close</button></form></dialog>`;

const places = (where: readonly KubeObject[]): string => where.map((object) => htmlCode(titleOf(object))).join(' ');
const rowHtml = (row: Row): string => {
  const versions = row.versions === undefined ? '' : ` <span class="dim">(Kubernetes ${htmlText(versionRange(row.versions))})</span>`;
  const pods = [...new Set(row.pods)].map((text) => `<p class="dim">pods of ${htmlText(text)}</p>`).join('');
  return `<div class="row" data-item data-class="${row.class}" tabindex="-1"><p><span class="class">${row.class}</span>${places(row.where)}</p>
<p>${htmlText(row.sentence)}${versions}</p>${pods}<p class="dim">${cureHtml(row.cure)} [${htmlText(row.rule)}]</p></div>`;
};
const cureHtml = (cure: string): string => {
  const [words, command] = cureCommand(cure);
  return `${htmlText(words)}${command === undefined ? '' : htmlCode(command)}`;
};
const problems = ({ problems: all }: Report): string =>
  all.length === 0
    ? ''
    : `<h2>Not read as it stands</h2>${all.map(({ side, at, found, fix }) => `<p>${side} ${htmlCode(at)}: ${htmlText(found)}; <span class="dim">${htmlText(fix)}</span></p>`).join('')}`;
const commands = ({ commands: all }: Report): string =>
  all.length === 0
    ? ''
    : `<details data-item data-class="left-behind" tabindex="-1"><summary>Left behind: apply deletes nothing (${all.length})</summary><div class="body"><pre>${all.map(htmlText).join('\n')}</pre></div></details>`;

const capacity = (all: readonly Capacity[]): string => {
  if (all.length === 0) return '';
  const rows = all.flatMap(({ namespace, place, before, after }) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().map((name) => {
      const value = (sums: Capacity['before']): string => showQuantity(sums[name] ?? 0, /cpu|pods/.test(name) ? 'cpu' : name);
      return `<tr><td>${htmlText(namespace)}${place === '' ? '' : ` (${htmlText(place)})`}</td><td>${htmlText(name)}</td><td>${htmlText(value(before))}</td><td>${htmlText(value(after))}</td></tr>`;
    }),
  );
  return `<details data-item data-class="capacity" tabindex="-1"><summary>Sums by namespace</summary><div class="body"><table><tr><th>namespace</th><th>sum of</th><th>before</th><th>after</th></tr>${rows.join('')}</table></div></details>`;
};

const changes = (report: Report): string => {
  if (isSame(report)) return '';
  const classesOf = new Map<string, Set<string>>();
  for (const one of report.consequences) classesOf.set(one.object.id, (classesOf.get(one.object.id) ?? new Set()).add(one.class));
  const classes = (objects: readonly KubeObject[]): string =>
    [...new Set(objects.flatMap(({ id }) => [...(classesOf.get(id) ?? [])]))].join(' ');
  const shared = report.shared.map(
    (edit) =>
      `<details data-item data-class="${classes(edit.where)}" tabindex="-1"><summary>in ${edit.where.length} objects: ${htmlCode(edit.path)}</summary><div class="body"><p>${places(edit.where)}</p>${editHtml(edit, false)}</div></details>`,
  );
  const own = report.sections.filter(({ state, edits }) => state !== 'changed' || edits.length > 0);
  return `<h2>Changes</h2>\n${[...shared, ...own.map((section) => sectionHtml(section, classes([section.pair.object])))].join('\n')}`;
};
const sectionHtml = ({ pair, state, edits }: Section, classes: string): string => {
  const instead = pair.takesOver === undefined ? '' : ` instead of ${htmlCode(pair.takesOver.name)}`;
  const whole = state === 'new' ? pair.after : state === 'gone' ? pair.before : undefined;
  const body =
    whole === undefined || pair.takesOver !== undefined
      ? edits.map((edit) => editHtml(edit, true)).join('')
      : `<div class="sides"><pre class="${state === 'new' ? 'new' : 'old'}">${htmlText(shownValue(whole.json))}</pre></div>`;
  return `<details data-item data-class="${classes}" tabindex="-1"><summary>${state} ${htmlCode(titleOf(pair.object))}${instead}</summary><div class="body">${body}</div></details>`;
};
const editHtml = ({ change: { op, before, after }, path, reason }: Edit, isNamed: boolean): string => {
  const why = reason === undefined ? '' : `<p class="dim">why: ${htmlText(reason.text)} ${htmlCode(reason.more)}</p>`;
  const side = (name: string, value: Edit['change']['before']): string =>
    value === undefined ? '' : `<pre class="${name}">${htmlText(op === 'order' ? shown(value) : shownValue(value))}</pre>`;
  return `<div class="edit">${isNamed ? `<p>${htmlCode(path)}</p>` : ''}${why}<div class="sides">${side('old', before)}${side('new', after)}</div></div>`;
};
