import type { Rule } from '../../contracts/rule';

/** The rules about one kind of thing, in reporting order. */
export interface Chapter {
  readonly title: string;
  // A page reads no subject, so it takes rules of any.
  readonly rules: readonly Pick<Rule<never>, 'id' | 'promise' | 'source'>[];
}

/** Every rule under an anchor of its id, which is what a finding prints. */
export const rulesPage = (chapters: readonly Chapter[]): string =>
  `${[
    '# Rules',
    'Generated from `contracts/rules/` and `cli/secrets/rules/` by `npm run docs`; do not edit.',
    'Each rule is one promise that data must keep before anything is made from it. A finding ends with the id of the rule it breaks: ' +
      '`todo-backend.ports.http: … [ports-are-unprivileged]`.',
    ...chapters.flatMap(({ title, rules }) => [`## ${title}`, ...rules.map(section)]),
  ].join('\n\n')}\n`;

const section = ({ id, promise, source }: Chapter['rules'][number]): string =>
  `### ${id}\n\n${promise}\n\nSource: ${source.startsWith('https://') ? `<${source}>` : source}`;
