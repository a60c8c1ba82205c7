import type { Finding } from './finding';
import type { PlainContract, PlainSettings, PlainSystem, PlainTarget } from './plain';
import type { Versions } from './target';

/** A finding before its rule's id is put to it, with a place below the subject's own. */
export type Problem = Omit<Finding, 'rule'>;

/** One promise that every subject keeps. */
export interface Rule<Subject> {
  /** The file's name; printed with every finding and the anchor in docs/rules.md. */
  readonly id: string;
  readonly promise: string;
  /** Where the promise comes from. */
  readonly source: string;
  readonly problems: (subject: Subject) => readonly Problem[];
}
/** One container's contract. `at` is how the author calls it: `todo-chatbot.backend`. */
export interface ContractSubject {
  readonly at: string;
  readonly contract: PlainContract;
}
export interface SystemSubject {
  readonly at: string;
  readonly system: PlainSystem;
}
/** One system at one target. */
export interface PlacedSubject {
  /** `production.todo-chatbot` */
  readonly at: string;
  readonly system: PlainSystem;
  /** All there are: one may serve another's database. */
  readonly systems: readonly PlainSystem[];
  readonly target: PlainTarget;
  readonly settings: PlainSettings;
  readonly versions: Versions[string];
}
/** What rules hold one system against another by. The whole is read again where two are alike: all of them at once do not fit into memory. */
export interface SystemInShort {
  readonly name: string;
  readonly containers: readonly ContainerInShort[];
  /** What it exposes at the targets that have hosts of their own, and where. */
  readonly urls: ReadonlyMap<PlainTarget, readonly { readonly name: string; readonly url: string }[]>;
  readonly read: () => PlainSystem;
}
export interface ContainerInShort {
  readonly role: string;
  readonly id: string;
  /** The name under which versions.json knows its image. */
  readonly image: string;
  readonly kind: PlainContract['image']['kind'];
}
export interface AllSubject {
  readonly systems: readonly SystemInShort[];
  readonly targets: readonly PlainTarget[];
  readonly versions: Versions;
}

export const findingsOf = <S>(rules: readonly Rule<S>[], subject: S): readonly Finding[] => {
  const findings: Finding[] = [];
  for (let index = 0; index < rules.length; index++) {
    const { id, problems } = rules[index] as Rule<S>;
    const found = problems(subject);
    for (let nth = 0; nth < found.length; nth++) findings.push({ ...(found[nth] as Problem), rule: id });
  }
  return findings;
};
