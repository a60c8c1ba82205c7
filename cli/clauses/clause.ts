/** One checkable sentence of a document, as it stands in systems/clauses. */
export interface Clause {
  /** `todo-chatbot.backend.port.service`: it begins with the system's name. */
  readonly id: string;
  /** Number of the document: `001`. */
  readonly document: string;
  readonly section: string;
  /** `Derived:` in front where it is not in the text but follows from it. */
  readonly says: string;
  readonly strength: 'must' | 'should' | 'optional' | 'example' | 'guarantee';
  /** What would show that it is kept. */
  readonly where: (typeof KINDS)[number];
  /** What a reader of that would see. */
  readonly observable: string;
  /** Places in the authors' data, or rules of ours as `rule:non-root`, that keep it. */
  readonly binds?: readonly string[];
  /** Why what is seen differs from a first reading of the document. */
  readonly note?: string;
}
export const KINDS = ['manifest', 'tag', 'dockerfile', 'dockerignore', 'compose', 'workflow', 'image', 'runtime', 'documentation'] as const;
