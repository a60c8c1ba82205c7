import type { Rule } from '../../contracts/rule';
import { inCell } from './in-cell';

/** The rules about one kind of thing, in reporting order. */
export interface Chapter {
  readonly title: string;
  // A page reads no subject, so it takes rules of any.
  readonly rules: readonly (Pick<Rule<never>, 'id' | 'promise' | 'source'> & { readonly why?: string; readonly fix?: string })[];
}

/** Every rule under an anchor of its id, which is what a finding prints. */
export const rulesPage = (chapters: readonly Chapter[]): string =>
  `${[
    '# Rules',
    'Generated from `contracts/rules/`, `cli/secrets/rules/` and `cli/check/rules/` by `npm run docs`; do not edit.',
    'Each rule is one promise that data must keep before anything is made from it. A finding ends with the id of the rule it breaks: ' +
      '`todo-backend.ports.http: … [ports-are-unprivileged]`.',
    ...chapters.flatMap(({ title, rules }) => [`## ${title}`, ...rules.map(section)]),
  ].join('\n\n')}\n`;

const section = ({ id, promise, source, why, fix }: Chapter['rules'][number]): string =>
  [
    `### ${id}`,
    // Some sentences of contracts/rules are Markdown already.
    why === undefined ? promise : inCell(promise),
    ...(why === undefined ? [] : [`Without it: ${inCell(why)}`]),
    ...(fix === undefined ? [] : [`To mend it: ${inCell(fix)}`]),
    `Source: ${source.startsWith('https://') ? `<${source}>` : source}`,
  ].join('\n\n');
