import { cleanPath } from '../dockerignore/clean-path';
import { expand, type Variables } from './expand';
import type { Instruction } from './instruction';
import { flagOf } from './instruction';
import { parseWords, unquoted } from './parse-words';
import type { CopyStep, Stage } from './stage';

interface Here {
  readonly variables: Variables;
  readonly workdir: string | undefined;
  readonly escapes: string;
  readonly stages: readonly Stage[];
  readonly byName: ReadonlyMap<string, Stage>;
}
/** What a COPY or ADD takes from where to where; undefined: it does not say. */
export const copyStep = (instruction: Instruction, { variables, workdir, escapes, stages, byName }: Here): CopyStep | undefined => {
  const words = instruction.json ?? parseWords(instruction.text, escapes).map((word) => unquoted(word, escapes));
  const target = words.at(-1);
  if (target === undefined || words.length < 2) return undefined;
  const sources = words.slice(0, -1).filter((word) => !/^\d*<<-?/.test(word));
  const named = flagOf(instruction, 'from');
  const from =
    named === undefined
      ? undefined
      : (byName.get(named.toLowerCase()) ?? (/^\d+$/.test(named) ? stages[Number(named)] : undefined) ?? named);
  const chown = flagOf(instruction, 'chown');
  const goal = expand(target, variables, escapes);
  const base = goal?.startsWith('/') ? '' : workdir;
  const destination =
    goal === undefined || base === undefined
      ? undefined
      : `${cleanPath(`${base}/${goal}`)}${/(?:^|\/)\.?$/.test(goal) ? '/' : ''}`.replace(/\/\/$/, '/');
  return {
    keyword: instruction.keyword as 'COPY' | 'ADD',
    ...(from === undefined ? {} : { from }),
    sources,
    expanded: sources.map((source) => expand(source, variables, escapes)),
    target,
    destination,
    ...(chown === undefined ? {} : { chown }),
  };
};
