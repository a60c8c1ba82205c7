import type { PlacedSystem } from '../../contracts/placed';
import type { Origin } from '../../contracts/said';
import { asCode } from './as-code';
import { inCell } from './in-cell';
import { markdownTable } from './markdown-table';
import { shownValue } from './shown-value';

export interface Deviations {
  readonly origins: readonly Origin[];
  readonly placed: readonly PlacedSystem[];
}

/** What differs from the documents' own words, and why: nothing departs from them silently. */
export const deviationsPage = ({ origins, placed }: Deviations): string => {
  const targets = [...new Set(placed.map(({ target }) => target.name))];
  const where = (at: string): string =>
    /^[^.]+\.development\./.test(at) ? 'docker compose' : (targets.find((target) => at.startsWith(`${target}.`)) ?? 'every target');
  return `${[
    '# Deviations',
    'Generated from `systems/` and `targets/` by `npm run docs`; do not edit.',
    '## Where the literal value of a document cannot work',
    markdownTable(
      ['Clause', 'The document says', 'What is emitted', 'Where', 'Why', 'In the data'],
      origins.flatMap((origin) =>
        origin.said === 'departure'
          ? [
              [
                asCode(origin.clause),
                asCode(String(origin.literal)),
                shownValue(origin.value),
                where(origin.at),
                inCell(origin.because),
                asCode(origin.at),
              ],
            ]
          : [],
      ),
    ),
    '## Fields changed by hand',
    'The way out of the language: a target’s patch of one field of one object.',
    markdownTable(
      ['Object', 'Field', 'Value', 'Where', 'Why', 'In the data'],
      placed.flatMap(({ name, target, patches }) =>
        patches.map((patch, index) => [
          asCode(patch.object),
          asCode(patch.at),
          shownValue(patch.value),
          target.name,
          inCell(patch.because),
          asCode(`${target.name}.${name}.patches[${index}]`),
        ]),
      ),
    ),
    '## What we added where the documents are silent',
    markdownTable(
      ['In the data', 'Value', 'Where', 'Why'],
      origins.flatMap((origin) =>
        origin.said === 'added' ? [[asCode(origin.at), shownValue(origin.value), where(origin.at), inCell(origin.because)]] : [],
      ),
    ),
    '## Facts that are still examples',
    'Only the owner knows them. Replace the whole `owner(…)` by a plain value.',
    markdownTable(
      ['In the data', 'Example', 'Where', 'Question'],
      origins.flatMap((origin) =>
        origin.said === 'owner' ? [[asCode(origin.at), shownValue(origin.value), where(origin.at), inCell(origin.ask)]] : [],
      ),
    ),
  ].join('\n\n')}\n`;
};
