import { isSecretVariable } from '../../../../contracts/reading/given-to';
import { COMPOSE_HELD_BY_RULE } from '../held-by-compose';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule } from '../rule';

const ID = 'compose-literal-secret';
export const composeLiteralSecret: ComposeRule = {
  id: ID,
  class: 'defect',
  level: 'warning',
  promise: 'No secret stands in the compose file.',
  why: 'The file is committed: everybody who reads the repository has it, for ever, and it is soon used where it matters.',
  fix: 'write ${NAME:?} and give it in .env, which is not committed',
  source: 'https://docs.docker.com/compose/how-tos/environment-variables/best-practices/',
  problems: ({ project, pairs, system }) =>
    [...project.services.values()].flatMap((service): readonly ComposeProblem[] => {
      const env = pairs.find((pair) => pair.service === service)?.promised.contract.env ?? {};
      return [...service.environment].flatMap(([name, { at, value, isMade }]): readonly ComposeProblem[] => {
        if (isMade || value === '' || !isKnown(value)) return [];
        const own = Object.hasOwn(env, name) ? env[name] : undefined;
        const isNamed = NAMED.test(name) && !OTHER.test(name) && !SWITCH.test(value);
        const isSecret = own === undefined ? isNamed || WITH_PASSWORD.test(value) : isSecretVariable(own);
        const clauses =
          own === undefined ? [] : (system?.whole.clauses ?? []).filter(({ id }) => COMPOSE_HELD_BY_RULE[id] === ID).map(({ id }) => id);
        return isSecret
          ? [{ at, found: `${name} stands here in plain text`, ...(clauses.length === 0 ? {} : { clauses, level: 'problem' as const }) }]
          : [];
      });
    }),
};
const NAMED = /(?:^|_)(?:SECRET|SECRET_KEY|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY)$/i;
const OTHER = /(?:^|_)(?:PUBLIC|NEXT_PUBLIC|VITE|ALLOW|NO|DISABLE|ENABLE|USE|REQUIRE|RANDOM)_/i;
/** A switch, or a path to a file that holds it. */
const SWITCH = /^(?:true|false|yes|no|on|off|none|null|\d|\/.*)$/i;
const WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:[^\s:/@]+@/i;
