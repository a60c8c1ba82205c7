import { printable } from '../../contracts/finding';
import type { Clause } from '../clauses/clause';
import { columns } from './columns';
import { joinedLists } from './joined-lists';
import type { Page } from './page';
import { reasonTexts } from './reason-texts';
import { sectionsOf } from './sections-of';
import { shownValue } from './shown-value';
import type { TracedObject } from './trace-object';
import type { TracedField } from './traced-field';
import type { Where } from './where';

const POD = 'spec.template.spec.';

/** Every field of an object under the section of the document, or whatever else it comes from: field, value, why. */
export const toListing = (
  { system, target }: Where,
  { name, exists, fields }: TracedObject,
  register: readonly Clause[],
  page: Page,
): string => {
  const told = joinedLists(fields.filter((field) => !isToldByItsPath(field, fields)));
  const note = told.some(({ path }) => path.startsWith(POD)) ? `\n… is ${POD.slice(0, -1)}` : '';
  const head = `${page.bold(printable(`${name} of ${system} at ${target}`))}\n${exists.sentence ?? exists.at}${note}\n`;
  const sections = sectionsOf(told, register).map(({ heading, rows }) => {
    const lines = rows.map((row) => ({
      left: printable(row.field.path.startsWith(POD) ? `…${row.field.path.slice(POD.length)}` : row.field.path),
      middle: printable(shownValue(row.field.value)),
      right: printable(reasonTexts(row).join(' · ')),
    }));
    return `\n${page.bold(printable(heading))}\n${columns(lines, page)}`;
  });
  return `${head}${sections.join('')}`;
};

/** `env[PORT].name` is PORT: its path says so, and the fields beside it say why it is there. A container's name is a clause's own. */
const isToldByItsPath = ({ path, value }: TracedField, fields: readonly TracedField[]): boolean => {
  if (/containers\[[^\]]+\]\.name$/i.test(path)) return false;
  const item = path.slice(0, -'name'.length);
  return path.endsWith(`[${value}].name`) && fields.some((other) => other.path !== path && other.path.startsWith(item));
};
