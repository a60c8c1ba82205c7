import type { Clause } from '../../cli/clauses/clause';
import type { Leaf } from '../../constructs/leaves-of';
import type { Origin } from '../../contracts/said';
import { asCode } from './as-code';
import { inCell } from './in-cell';
import type { NamesOfRoles } from './is-about';
import { keptBy } from './kept-by';
import { markdownTable } from './markdown-table';

export interface Clauses {
  readonly clauses: readonly Clause[];
  readonly leaves: readonly Leaf[];
  readonly origins: readonly Origin[];
  /** By system. */
  readonly roles: Readonly<Record<string, NamesOfRoles>>;
  /** Rules of manifests, each with its sentence. */
  readonly rules: Readonly<Record<string, string>>;
  /** What of `waybill check` holds files to a clause, by its id. */
  readonly checked?: Readonly<Record<string, readonly string[]>>;
}

/** Each clause of the documents, and where it is kept. */
export const clausesPage = ({ clauses, leaves, origins, roles, rules, checked = {} }: Clauses): string => {
  const systems = [...new Set(clauses.map(({ id }) => systemOf(id)))];
  const departed = new Set(origins.flatMap((origin) => (origin.said === 'departure' ? [origin.clause] : [])));
  const rows = (system: string) => {
    const own = leaves.filter((leaf) => leaf.system === system);
    return clauses
      .filter(({ id }) => systemOf(id) === system)
      .map((clause) => [
        asCode(clause.id),
        inCell(clause.says),
        clause.strength,
        clause.where,
        isProven(clause)
          ? proof(clause, keptBy(clause, own, roles[system] ?? {}), departed.has(clause.id))
          : (byCheck(checked[clause.id]) ?? 'open'),
      ]);
  };
  const proven = clauses.filter(isProven).length;
  const held = Object.keys(checked).length;
  const files = held === 0 ? '' : ` \`waybill check\` holds Dockerfiles and .dockerignore files to ${held}.`;
  return `${[
    '# Clauses',
    'Generated from `systems/clauses/` and what synth makes by `npm run docs`; do not edit.',
    `${clauses.length} clauses. Each of the ${proven} about a manifest or a tag is proven by a test in \`test/clauses/\` whose title begins with its id;${files === '' ? '' : `${files.replace(/\.$/, '')};`} the others are open. Each line about a manifest names the fields in \`dist/\` that keep it and the rules behind them; a deviation stands in [deviations.md](deviations.md).`,
    ...systems.flatMap((system) => [
      `## ${system}`,
      markdownTable(['Clause', 'What it says', 'Strength', 'About', 'Kept by'], rows(system)),
    ]),
    '## Rules of manifests',
    markdownTable(
      ['Rule', 'What it says'],
      Object.entries(rules).map(([id, says]) => [asCode(id), inCell(says)]),
    ),
  ].join('\n\n')}\n`;
};

const systemOf = (id: string): string => id.split('.')[0] ?? id;
const isProven = ({ where }: Clause): boolean => where === 'manifest' || where === 'tag';

const byCheck = (held: readonly string[] | undefined): string | undefined =>
  held === undefined ? undefined : ['by `waybill check`', ...held.map(asCode)].join('<br>');

const SHOWN = 4;
const proof = (clause: Clause, fields: ReturnType<typeof keptBy>, departed: boolean): string => {
  const binds = clause.binds ?? [];
  const rules = binds.filter((bind) => bind.startsWith('rule:')).map((bind) => bind.slice('rule:'.length));
  const data = binds.filter((bind) => !bind.startsWith('rule:'));
  const objects = [...fields].map(
    ([object, paths]) => `${asCode(object)} ${paths.slice(0, SHOWN).map(asCode).join(', ')}${more(paths.length)}`,
  );
  const parts = [
    ...objects.slice(0, SHOWN),
    ...(objects.length > SHOWN ? [`and ${objects.length - SHOWN} more objects`] : []),
    // What is kept by leaving something out, and what a tag may be, no field shows.
    ...(objects.length === 0 ? [data.map(asCode).join(', ')] : []),
    ...(rules.length === 0 ? [] : [`by rule ${rules.map(asCode).join(', ')}`]),
    ...(departed ? ['[deviation](deviations.md)'] : []),
    ...(clause.note === undefined ? [] : [inCell(clause.note)]),
  ];
  return parts.join('<br>');
};
const more = (count: number): string => (count > SHOWN ? ` and ${count - SHOWN} more` : '');
