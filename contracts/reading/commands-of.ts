import type { PlainContract } from '../plain';
import { checksOf } from './checks-of';
import { flatMap } from './flat-map';

/** A command in exec form and its place below the contract. */
export interface Command {
  readonly at: string;
  readonly words: readonly string[];
  /** Words that stand before these when it runs. */
  readonly after: readonly string[];
  /** Whether `$(NAME)` in it is replaced: in what the container runs, but in no probe and no drain. */
  readonly expands: boolean;
}
export const commandsOf = ({ process, oneOffs = {}, files = {}, health }: PlainContract): readonly Command[] => {
  const entrypoint = process.entrypoint ?? [];
  const started = [...entrypoint, ...(process.command ?? [])];
  const run = (at: string, words: readonly string[] | undefined, after: readonly string[], expands = true): readonly Command[] =>
    words === undefined ? [] : [{ at, words, after, expands }];
  return [
    ...run('process.entrypoint', process.entrypoint, []),
    ...run('process.command', process.command, entrypoint),
    ...run('process.drain', process.drain, [], false),
    ...flatMap(Object.entries(oneOffs), ([name, oneOff]) => run(`oneOffs.${name}.run`, oneOff.run, entrypoint)),
    ...flatMap(Object.entries(files), ([name, file]) => run(`files.${name}.arguments`, file.arguments, started)),
    ...flatMap(checksOf(health), ({ at, check }) => (check.check === 'command' ? run(`${at}.command`, check.command, [], false) : [])),
  ];
};
