/** What a container is given at one place, and why that. */
export interface Cell {
  /** Never a secret's value: `secret todo-backend-secrets/JWT_SECRET`, `.env JWT_SECRET`. Undefined: it is not given there. */
  readonly shown: string | undefined;
  /** Clauses, places in the authors' data, who said it, and our rules; none is empty. */
  readonly reasons: readonly string[];
}
export interface EnvRow {
  readonly role: string;
  readonly variable: string;
  /** Baked into the image instead of set at its start. */
  readonly isAtBuild: boolean;
  /** By place, `compose` first. */
  readonly cells: Readonly<Record<string, Cell>>;
}
/** Whether all places give the same. */
export const isSame = ({ cells }: EnvRow): boolean => new Set(Object.values(cells).map(({ shown }) => shown)).size === 1;
