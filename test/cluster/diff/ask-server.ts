import { attempt } from '../support/kubectl';
import type { Manifest } from './object-change';

export interface Verdict {
  readonly refused: boolean;
  /** What the server would keep; undefined when it refuses. */
  readonly result: Manifest | undefined;
  readonly said: string;
}

/** Makes the object as a user does. @throws what kubectl said when the server does not take it. */
export const make = (manifest: Manifest): Manifest => {
  const { code, out, err } = attempt(['apply', '-o', 'json', '-f', '-'], JSON.stringify(manifest));
  if (code !== 0) throw new Error(`${manifest.kind}/${manifest.metadata.name} could not be made: ${err}`);
  return JSON.parse(out);
};

/** What the server says to a new version of it. Nothing changes. */
export const askServer = (manifest: Manifest): Verdict => {
  const { code, out, err } = attempt(['apply', '--dry-run=server', '-o', 'json', '-f', '-'], JSON.stringify(manifest));
  return { refused: code !== 0, result: code === 0 ? JSON.parse(out) : undefined, said: err.trim().split('\n').at(-1) ?? '' };
};
