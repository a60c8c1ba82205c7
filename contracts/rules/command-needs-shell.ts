import { hasShell } from '../has-shell';
import { commandsOf } from '../reading/commands-of';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

/** `$NAME`, `${NAME}`, but not `$(NAME)`, which is replaced before the command starts. */
const VARIABLE = /\$[A-Za-z_{]/;
export const commandNeedsShell: Rule<ContractSubject> = {
  id: 'command-needs-shell',
  promise: 'A command in exec form that holds a shell’s variable names the shell that reads it.',
  source: 'https://docs.docker.com/reference/dockerfile/#variable-substitution',
  problems: ({ at, contract }) =>
    flatMap(
      commandsOf(contract).filter(({ expands }) => expands),
      ({ at: place, words, after }) =>
        flatMap(words, (word, index) =>
          VARIABLE.test(word) && !hasShell([...after, ...words.slice(0, index)])
            ? [
                {
                  at: `${at}.${place}[${index}]`,
                  found: `nothing replaces the variable in ${quote(word)}: no shell reads this command`,
                  fix: 'write $(NAME) for a variable of the contract, ["sh", "-c", "…"], or the value itself',
                },
              ]
            : [],
        ),
    ),
};
