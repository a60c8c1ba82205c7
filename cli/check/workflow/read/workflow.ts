import type { MapNode, Node, Place } from '../../compose/read/node';

/** A text of the file and where it stands. */
export interface Said {
  readonly text: string;
  readonly at: Place;
}
export interface Step {
  readonly at: Place;
  readonly id?: Said;
  readonly uses?: Said;
  /** The version a comment names beside a pinned commit. */
  readonly version?: string;
  readonly run?: Said;
  /** Where a script runs; absent: at the root. */
  readonly folder?: string;
  readonly if?: string;
  readonly with: ReadonlyMap<string, Said>;
  readonly env: ReadonlyMap<string, Said>;
}
export interface Job {
  readonly id: string;
  readonly at: Place;
  readonly name?: Said;
  readonly node: MapNode;
  readonly runsOn?: Node;
  readonly timeout?: Said;
  /** Calls another workflow: what it does stands elsewhere. */
  readonly calls: boolean;
  readonly if?: string;
  readonly permissions?: Node;
  readonly env: ReadonlyMap<string, Said>;
  readonly steps: readonly Step[];
  /** One for each job of the matrix; `unknown` where only a run knows them. */
  readonly matrix: readonly Combination[];
}
export type Combination = Readonly<Record<string, Node>> | 'unknown';
export interface Workflow {
  readonly path: string;
  readonly lines: readonly string[];
  readonly root: MapNode;
  readonly name?: Said;
  readonly on?: { readonly at: Place; readonly value: Node };
  readonly permissions?: Node;
  readonly env: ReadonlyMap<string, Said>;
  readonly jobs: readonly Job[];
}
/** `docker/login-action@…` -> `docker/login-action` */
export const actionOf = ({ uses }: Step): string | undefined => uses?.text.split('@')[0]?.toLowerCase();
/** Where a line of a text stands: a block of several lines begins below its key. */
export const spotOfLine = ({ lines, path }: Workflow, said: Said, line: string): Place => {
  const wanted = line.trim();
  const from = said.at.line - 1;
  const below = lines.slice(from, from + said.text.split('\n').length + 1);
  const whole = below.findIndex((one) => one.trim() === wanted);
  const index = whole === -1 ? below.findIndex((one) => one.includes(wanted)) : whole;
  if (wanted !== '' && index !== -1) return { file: path, line: from + index + 1, column: (below[index] as string).indexOf(wanted) + 1 };
  return said.at;
};
