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
  /** What the files that Waybill prints keep, by the clause's id: the verb, and the places in the data. */
  readonly printed?: Readonly<Record<string, readonly [verb: string, ...places: string[]]>>;
}

/** Each clause of the documents, and where it is kept. */
export const clausesPage = ({ clauses, leaves, origins, roles, rules, checked = {}, printed = {} }: Clauses): string => {
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
          ? [
              proof(clause, keptBy(clause, own, roles[system] ?? {}), departed.has(clause.id)),
              ...(byCheck(checked[clause.id])?.slice(0, 1) ?? []),
            ].join('<br>')
          : inFiles(printed[clause.id], checked[clause.id], clause.note),
      ]);
  };
  const proven = clauses.filter(isProven).length;
  const held = Object.keys(checked).length;
  const files = held === 0 ? '' : ` \`waybill check\` holds Dockerfiles, .dockerignore files, compose files and workflows to ${held}.`;
  const inPrinted = Object.keys(printed).length;
  const own = inPrinted === 0 ? '' : ` the files that Waybill prints keep ${inPrinted};`;
  return `${[
    '# Clauses',
    'Generated from `systems/clauses/` and what synth makes by `npm run docs`; do not edit.',
    `${clauses.length} clauses. Each of the ${proven} about a manifest or a tag is proven by a test in \`test/clauses/\` whose title begins with its id;${files === '' ? '' : `${files.replace(/\.$/, '')};`}${own} the others are open. Each line about a manifest names the fields in \`dist/\` that keep it and the rules behind them; a deviation stands in [deviations.md](deviations.md).`,
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

/** What a file of ours keeps, and what holds others' files to it; a note stands for a clause that neither keeps. */
const inFiles = (
  printed: readonly [verb: string, ...places: string[]] | undefined,
  held: readonly string[] | undefined,
  note: string | undefined,
): string => {
  const [verb, ...places] = printed ?? [];
  const own = verb === undefined ? [] : [`by \`${verb}\``, ...places.map(asCode)];
  const parts = [...own, ...(byCheck(held) ?? [])];
  return parts.length > 0 ? parts.join('<br>') : note === undefined ? 'open' : inCell(note);
};
const byCheck = (held: readonly string[] | undefined): readonly string[] | undefined =>
  held === undefined ? undefined : ['by `waybill check`', ...held.map(asCode)];

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
