import { demandOf } from '../../clauses-of-place';
import { type LocalValue, localValue, valueText } from '../local-value';
import { contradiction } from '../problem-at';
import type { ComposeProblem, ComposeRule, ComposeSubject, Pair } from '../rule';
import { comparedPairs } from '../wanted-pairs';

export const composeVariablesAreGiven: ComposeRule = {
  id: 'compose-variables-are-given',
  class: 'not-declared',
  level: 'problem',
  promise: 'A service is given every variable that its contract requires, and what a clause says it is given.',
  why: 'The process ends at its start, or goes on with a value nobody chose.',
  fix: 'give the variable under environment, or in a file of env_file',
  source: 'the contract',
  problems: (subject) => comparedPairs(subject).flatMap((pair) => problemsOf(subject, pair)),
};
const problemsOf = (subject: ComposeSubject, { role, promised, service }: Pair): readonly ComposeProblem[] => {
  const { system, whole } = subject.system ?? {};
  if (system === undefined || whole === undefined || service.isEnvironmentOpen || service.isOpen) return [];
  const own = system.development.containers[role];
  const env = promised.contract.env ?? {};
  const names = new Set([...Object.keys(env), ...Object.keys(own?.given ?? {}), ...Object.keys(system.given[role] ?? {})]);
  return [...names].flatMap((name): readonly ComposeProblem[] => {
    const { need, default: fallback } = env[name] ?? {};
    // A file in the container may bring a secret under another name: NAME_FILE.
    if (service.environment.has(name) || service.environment.has(`${name}_FILE`) || own?.without?.includes(name)) return [];
    if (need === 'at build' || need === 'set by image') return [];
    const local = localValue(subject, role, name);
    const { ids } = local === undefined ? { ids: [] } : demandOf(whole, local.place);
    if ((need === 'required' || need === 'required secret') && fallback === undefined)
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
          ...(need === 'required secret' || ids.length > 0 ? {} : { level: 'warning' as const }),
        },
      ];
    return local === undefined || ids.length === 0 || isDefault(local, fallback)
      ? []
      : [
          {
            at: service.at,
            found: `${name} is not given; the contract gives it ${valueText(local)}`,
            fix: `${name}: ${valueText(local)}`,
            clauses: ids,
          },
        ];
  });
};
/** What the process takes by itself need not be given. */
const isDefault = ({ pieces }: LocalValue, fallback: string | undefined): boolean => {
  const [only, ...more] = pieces;
  return more.length === 0 && only !== undefined && only !== 'any' && fallback !== undefined && only.oneOf.includes(fallback);
};
