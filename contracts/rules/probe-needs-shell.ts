import { hasShell } from '../has-shell';
import { commandsOf } from '../reading/commands-of';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

/** `$NAME`, `${NAME}`, `$(NAME)`; a lone `$` is the end of a pattern. */
const VARIABLE = /\$[A-Za-z_({]/;
export const probeNeedsShell: Rule<ContractSubject> = {
  id: 'probe-needs-shell',
  promise: 'A check or drain command that holds a variable names the shell that reads it.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command',
  problems: ({ at, contract }) =>
    flatMap(
      commandsOf(contract).filter(({ expands }) => !expands),
      ({ at: place, words }) =>
        flatMap(words, (word, index) =>
          VARIABLE.test(word) && !hasShell(words.slice(0, index))
            ? [
                {
                  at: `${at}.${place}[${index}]`,
                  found: `nothing replaces the variable in ${quote(word)}: no shell reads this command`,
                  fix: 'write ["sh", "-c", "…"], or the value itself',
                },
              ]
            : [],
        ),
    ),
};
