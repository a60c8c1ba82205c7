import { containerAt } from '../../../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../../../contracts/placed';
import type { Clause } from '../../clauses/clause';
import { buildArguments } from '../../compose/build-of';
import { composeValue } from '../../compose/compose-value';
import { dotenvNames, secretsOf } from '../../compose/dotenv-names';
import { environmentOf } from '../../compose/environment-of';
import { developmentOf, developmentPlace } from '../../compose/place-on-laptop';
import { COMPOSE_RULES } from '../../compose/rules';
import { originTexts } from '../reason-texts';
import { traceReason } from '../trace-reason';
import type { Cell } from './env-row';

/** A variable as `docker compose` gives it. */
export const laptopCell = (placed: PlacedSystem, role: string, variable: string, register: readonly Clause[]): Cell => {
  const container = containerAt(placed, role) as PlacedContainer;
  const because = (places: readonly string[], rules: readonly (keyof typeof COMPOSE_RULES)[] = []): readonly string[] => {
    const traced = places.map((place) => traceReason(placed, place));
    const clauses = clausesOf(places, placed, role, register);
    const named = traced.filter(({ from }) => from !== 'contract' || clauses.length === 0).map(({ at }) => at);
    return distinct([...clauses, ...named, ...traced.flatMap(originTexts), ...rules.map((id) => COMPOSE_RULES[id])]);
  };
  const row = `${container.at}.env.${variable}`;
  const given = container.given[variable];
  if (container.contract.env?.[variable]?.need === 'at build') {
    const { image } = container.contract;
    const args = image.kind === 'built' ? new Map(buildArguments(placed, container, image)) : new Map<string, string>();
    return {
      shown: args.get(variable),
      reasons: because(given === undefined ? [row] : composeValue(placed, container, given.value, given.at).at, ['urls-are-localhost']),
    };
  }
  const found = environmentOf(placed, container).find(({ name }) => name === variable);
  if (found === undefined) {
    const left = (developmentOf(placed, role).without ?? []).includes(variable);
    return { shown: undefined, reasons: because([left ? `${developmentPlace(placed, role)}.without` : row]) };
  }
  if (found.text === undefined) return { shown: `.env ${variable}, if set`, reasons: because(found.at, found.rules) };
  const secrets = given === undefined ? [] : secretsOf(placed, given.value);
  if (secrets.length === 0) return { shown: plainly(found.text), reasons: because(found.at, found.rules) };
  const names = [...new Set(secrets.map((secret) => dotenvNames(placed).get(secret) ?? secret))];
  const isDeveloped = secrets.every((secret) => placed.system.development.secrets[secret] !== undefined);
  return { shown: `.env ${names.join(', ')}${isDeveloped ? ', or the document’s own' : ''}`, reasons: because(found.at, found.rules) };
};

/** As the container sees it: a default that .env may change is its value here. */
const plainly = (text: string): string => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');
/** `todo-chatbot.compose.backend.…` is about the backend alone. */
const clausesOf = (places: readonly string[], { system }: PlacedSystem, role: string, register: readonly Clause[]): readonly string[] =>
  register
    .filter(({ where, binds = [] }) => where === 'compose' && binds.some((bind) => places.includes(bind)))
    .map(({ id }) => id)
    .filter((id) => {
      const roles = id.split('.').filter((part) => Object.hasOwn(system.contracts, part));
      return roles.length === 0 || roles.includes(role);
    });
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
