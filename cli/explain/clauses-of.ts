import type { Clause } from '../clauses/clause';
import type { TracedReason } from './traced-field';

/** Names and labels serve every object; the data they are made from is not what a clause is about. */
const NAMING: readonly string[] = ['recommended-labels', 'selectors-never-change'];
export const isNaming = (reasons: readonly TracedReason[]): boolean =>
  reasons.some(({ from, at }) => from === 'rule' && NAMING.includes(at));

/** What a field belongs to: the role it serves, among those of its system, and the target, among all. */
export interface Belonging {
  readonly role: string | undefined;
  readonly roles: readonly string[];
  readonly target: string;
  readonly targets: readonly string[];
}
/**
 * The clauses a field keeps. A field and a clause meet in the strongest kind of reason both have: a contract's own data decides
 * before wiring and target, and those before a rule, which holds for fields of many clauses.
 */
export const clausesOf = (reasons: readonly TracedReason[], of: Belonging, register: readonly Clause[]): readonly Clause[] => {
  if (isNaming(reasons)) return [];
  // What a document says of a laptop is no reason for a manifest, though both come from the same data.
  const kept = register.filter(
    (clause) => clause.where !== 'compose' && isOfRole(clause, of) && isOfTarget(clause, of) && meet(clause, reasons, of.roles),
  );
  const shown = kept.filter(({ where }) => where === 'manifest' || where === 'tag');
  return shown.length > 0 ? shown : kept;
};

/** `todo-chatbot.backend.…` is about the backend alone, `todo-chatbot.k8s.…` about all. */
const isOfRole = ({ id }: Clause, { role, roles }: Belonging): boolean => {
  const [, part = ''] = id.split('.');
  return role === undefined || !roles.includes(part) || part === role;
};
/** A clause that binds data of targets is about those. */
const isOfTarget = ({ binds = [] }: Clause, { target, targets }: Belonging): boolean => {
  const named = binds.map((bind) => bind.replace('versions.json.', '').split('.')[0] ?? '').filter((name) => targets.includes(name));
  return named.length === 0 || named.includes(target);
};

const KINDS = ['contract', 'wiring', 'rule'] as const;
type Kind = (typeof KINDS)[number];
const meet = ({ id, binds = [] }: Clause, reasons: readonly TracedReason[], roles: readonly string[]): boolean => {
  const [system = ''] = id.split('.');
  const kindOfBind = (bind: string): Kind => {
    const [first, second = ''] = bind.split('.');
    return bind.startsWith('rule:') ? 'rule' : first === system && roles.includes(second) ? 'contract' : 'wiring';
  };
  for (const kind of KINDS) {
    const ofClause = binds.filter((bind) => kindOfBind(bind) === kind);
    const ofField = reasons.filter((reason) => kindOf(reason) === kind).map(bindOf);
    if (ofClause.length > 0 && ofField.length > 0) return ofField.some((bind) => ofClause.includes(bind));
  }
  return false;
};
const kindOf = ({ from }: TracedReason): Kind => (from === 'contract' || from === 'rule' ? from : 'wiring');
const bindOf = ({ from, at }: TracedReason): string => (from === 'rule' ? `rule:${at}` : at);
