import type { Clause } from '../clauses/clause';
import { isNaming } from './clauses-of';
import { groupedBy } from './grouped-by';
import { topicOf } from './topic-of';
import type { TracedField } from './traced-field';

/** Fields under the section, place or rules where a reader would look for them. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}
export interface Row {
  readonly field: TracedField;
  /** The clauses of this very section. */
  readonly clauses: readonly Clause[];
}
interface Entry extends Row {
  readonly heading: string;
  readonly order: readonly number[];
}

/**
 * As a person reads beside the document: its sections in its order, a field under each section that it keeps, and behind them what
 * the contract has without a clause; then the wiring, the target, and our own rules.
 */
export const sectionsOf = (fields: readonly TracedField[], register: readonly Clause[]): readonly Section[] => {
  const entries = fields.flatMap((field) => (field.clauses.length > 0 ? underClauses(field, register) : [beside(field, register)]));
  return [...groupedBy(entries.toSorted(inOrder), ({ heading }) => heading)].map(([heading, rows]) => ({ heading, rows }));
};

const [DOCUMENT, WIRING, TARGET, RULES] = [0, 1, 2, 3];
const underClauses = (field: TracedField, register: readonly Clause[]): readonly Entry[] =>
  [...groupedBy(field.clauses, headingOf)].map(([heading, clauses]) => {
    const section = register.findIndex((clause) => headingOf(clause) === heading);
    return { heading, field, clauses, order: [DOCUMENT, section, 0, register.findIndex((clause) => clauses.includes(clause))] };
  });
/** `6. Kubernetes Integration / Security Context` of 001 is `001 §6 Kubernetes Integration / Security Context`. */
const headingOf = ({ document, section }: Clause): string => `${document} ${section.replace(/^(\d+)\. /, '§$1 ')}`;

const beside = (field: TracedField, register: readonly Clause[]): Entry => {
  const under = (heading: string, ...order: readonly number[]): Entry => ({ heading, field, clauses: [], order });
  const of = (from: string) => field.reasons.find((reason) => reason.from === from);
  const [contract, system, target] = isNaming(field.reasons) ? [] : [of('contract'), of('system'), of('target')];
  if (contract !== undefined) {
    const { title, rank } = topicOf(contract.at);
    return under(`${contract.document} ${contract.title}: ${title}`, DOCUMENT, endOf(contract.document ?? '', register), 1, rank);
  }
  if (system !== undefined) return under('How the system is wired', WIRING);
  return target === undefined ? under('Rules of Waybill', RULES) : under('The target', TARGET);
};
/** Behind the last clause of `001 §2`, or of the whole document where it has no such number. */
const endOf = (document: string, register: readonly Clause[]): number => {
  const [place = '', number = ''] = /^(\S+)(?: §\d+)?/.exec(document) ?? [];
  const last = register.findLastIndex((clause) => clause.document === number && headingOf(clause).startsWith(place));
  return last === -1 ? register.length : last;
};

const inOrder = (a: Entry, b: Entry): number =>
  a.order.map((one, index) => one - (b.order[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
