import { printable } from '../../contracts/finding';
import type { Page } from './page';
import { originTexts } from './reason-texts';
import { shownValue } from './shown-value';
import type { TracedObject } from './trace-object';
import type { TracedField, TracedReason } from './traced-field';
import type { Where } from './where';
import { wrapped } from './wrapped';

/** A few fields from close by: the whole value, and each reason in its own words. */
export const toClose = ({ system, target }: Where, { name, fields }: TracedObject, page: Page): string =>
  [
    `${page.bold(printable(`${name} of ${system} at ${target}`))}\n`,
    ...fields.map((field) => `\n${page.bold(printable(`${field.path}: ${shownValue(field.value)}`))}\n${reasons(field, page)}`),
  ].join('');

const reasons = ({ clauses, reasons: all }: TracedField, page: Page): string =>
  [
    ...clauses.map(({ id, document, section, says }) => [`clause ${id}`, `${document}, ${section}: ${says}`]),
    ...all.map((reason) => [whoSaid(reason), ...(reason.sentence === undefined ? [] : [reason.sentence]), ...originTexts(reason)]),
  ]
    .map(([what = '', ...words]) => `  ${printable(what)}\n${words.flatMap((text) => indented(text, page)).join('')}`)
    .join('');
const whoSaid = ({ from, at, document, title }: TracedReason): string =>
  from === 'contract' ? `contract ${at} (${document} ${title})` : `${from} ${at}`;
const indented = (text: string, { width, dim }: Page): readonly string[] =>
  (width === undefined ? [printable(text)] : wrapped(printable(text), width - 4)).map((line) => `    ${dim(line)}\n`);
