import { contradiction } from '../problem-at';
import type { ComposeProblem, ComposeRule } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composeVariablesAreGiven: ComposeRule = {
  id: 'compose-variables-are-given',
  class: 'not-declared',
  level: 'problem',
  promise: 'A service is given every variable that its contract requires.',
  why: 'The process ends at its start, or goes on with a value nobody chose.',
  fix: 'give the variable under environment, or in a file of env_file',
  source: 'the contract',
  problems: (subject) =>
    comparedPairs(subject).flatMap(({ role, promised, service }): readonly ComposeProblem[] => {
      if (service.isEnvironmentOpen || service.isOpen) return [];
      const without = subject.system?.system.development.containers[role]?.without ?? [];
      return Object.entries(promised.contract.env ?? {}).flatMap(([name, { need, default: fallback }]): readonly ComposeProblem[] => {
        const isRequired = need === 'required' || need === 'required secret';
        // A file in the container may bring a secret under another name: NAME_FILE.
        if (
          !isRequired ||
          fallback !== undefined ||
          without.includes(name) ||
          service.environment.has(name) ||
          service.environment.has(`${name}_FILE`)
        )
          return [];
        return [
          {
            ...contradiction(
              promised,
              `env.${name}`,
              service.at,
              `${name} is not given, and the contract requires it`,
              `environment: ${name}, from .env`,
            ),
            // The image itself may set what is no secret.
            ...(need === 'required secret' ? {} : { level: 'warning' as const }),
          },
        ];
      });
    }),
};
