import { type ShellCommand, shellCommands } from '../../dockerfile/shell-commands';
import { refName } from '../read/event';
import { ANYTHING, COMMIT, joined, type Part, type Parts, SEGMENT } from '../read/parts';
import type { Scope } from '../read/scope';
import { joinedExpressions } from './metadata-steps';

const LONGEST = 60_000;
/** The commands of a script, as far as its text says. */
export const commandsOf = (script: string): readonly ShellCommand[] =>
  script.length > LONGEST ? [] : shellCommands({ text: joinedExpressions(script).replace(/\\\r?\n/g, '  '), heredocs: [] });

/** A word of a script: expressions and variables of the job put in, what the script itself works out left open. */
export const wordParts = (word: string, scope: Scope, own: ReadonlySet<string>): Parts =>
  joined(
    scope.read(word).flatMap((part): readonly Part[] => {
      if (typeof part !== 'string') return [part];
      return part.split(/(\$\([^)]*\)?|`[^`]*`?|\$\{[^}]*\}?|\$[A-Za-z_]\w*)/).flatMap((text): readonly Part[] => {
        if (!text.startsWith('$') && !text.startsWith('`')) return [text];
        const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/.exec(text);
        const called = name?.[1] ?? name?.[2];
        return called === undefined || own.has(called) ? [ANYTHING] : variable(called, scope);
      });
    }),
  );
const variable = (name: string, scope: Scope): readonly Part[] => {
  if (name === 'GITHUB_SHA') return [COMMIT];
  if (name === 'GITHUB_REF_NAME') return [refName(scope.event)];
  if (name === 'GITHUB_REF') return [scope.event.ref];
  if (name === 'GITHUB_REPOSITORY') return [SEGMENT, '/', SEGMENT];
  if (name === 'GITHUB_REPOSITORY_OWNER' || name === 'GITHUB_ACTOR') return [SEGMENT];
  return scope.read(`\${{ env.${name} }}`);
};
/** Variables that the script sets or reads itself. */
export const ownVariables = (script: string): ReadonlySet<string> =>
  new Set([
    ...[...script.matchAll(/\b([A-Za-z_]\w*)\+?=/g)].map(([, name]) => name as string),
    ...[...script.matchAll(/\b(?:for|read(?:\s+-\w+)*|mapfile(?:\s+-\w+)*)\s+([A-Za-z_]\w*)/g)].map(([, name]) => name as string),
  ]);
