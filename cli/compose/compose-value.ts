import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { type AnySource, type GivenValue, isSource, roleOf } from '../../contracts/plain';
import { dotenvNames } from './dotenv-names';
import { asItIs, demanded, otherwise } from './interpolation';
import { containerOf } from './place-on-laptop';
import type { ComposeRuleId } from './rules';
import { hostOf } from './service-names';

/** A value as the compose file writes it, and where it comes from: places in the authors' data, and rules of ours. */
export interface Written {
  readonly text: string;
  readonly at: readonly string[];
  readonly rules: readonly ComposeRuleId[];
}
const written = (text: string, at: readonly string[], ...rules: readonly ComposeRuleId[]): Written => ({ text, at, rules });

export const composeValue = (placed: PlacedSystem, inside: PlacedContainer, value: GivenValue, at: string): Written => {
  if (!isSource(value)) return written(asItIs(value), [at]);
  switch (value.from) {
    case 'host':
      return written(nameOf(placed, inside, value), [at], 'reached-by-service-name');
    case 'port':
      return written(String(portOf(placed, value)), [at, portAt(placed, value)]);
    case 'address':
      return written(`${nameOf(placed, inside, value)}:${portOf(placed, value)}`, [at, portAt(placed, value)], 'reached-by-service-name');
    case 'variable': {
      const of = targetOf(placed, value);
      const given = of.given[value.variable];
      if (given === undefined) throw new Error(`${of.at} is given no ${value.variable}`);
      const found = composeValue(placed, inside, given.value, given.at);
      return { ...found, at: distinct([at, ...found.at]) };
    }
    case 'public URL':
      return written(asItIs(placed.urls[value.url]?.value ?? ''), [at], 'urls-are-localhost');
    case 'own':
      return written(ownFact(placed, inside, value.fact), [at], OWN[value.fact]);
    case 'text': {
      const parts = value.parts.map((part) => composeValue(placed, inside, part as GivenValue, at));
      return written(
        parts.map(({ text }) => text).join(''),
        distinct(parts.flatMap((part) => part.at)),
        ...distinct(parts.flatMap((part) => part.rules)),
      );
    }
    case 'secret':
      return secret(placed, value.secret, at);
  }
};

const OWN = { name: 'own-name-is-the-host-name', ip: 'own-address-is-the-service-name', namespace: 'namespace-is-the-project' } as const;
const ownFact = (placed: PlacedSystem, inside: PlacedContainer, fact: 'name' | 'ip' | 'namespace'): string =>
  ({ name: inside.contract.name, ip: hostOf(placed, inside.role), namespace: placed.name })[fact];

const secret = (placed: PlacedSystem, name: string, at: string): Written => {
  const variable = dotenvNames(placed).get(name) ?? name;
  const own = placed.system.development.secrets[name];
  if (own !== undefined) return written(otherwise(variable, own), [at, `${placed.name}.development.secrets.${name}`]);
  const { description = name } = placed.system.secrets[name] ?? {};
  return written(demanded(variable, `${description}: copy .env.example to .env and set it`), [at], 'secrets-come-from-dotenv');
};

const targetOf = (placed: PlacedSystem, reference: AnySource): PlacedContainer =>
  containerOf(placed, roleOf(placed.system, reference) ?? '');
/** Containers that share a network reach each other on localhost, as in a pod. */
const nameOf = (placed: PlacedSystem, inside: PlacedContainer, reference: AnySource): string => {
  const { role } = targetOf(placed, reference);
  const host = hostOf(placed, role);
  return role !== inside.role && host === hostOf(placed, inside.role) ? 'localhost' : host;
};
type WithPort = AnySource & { readonly port: string };
const portOf = (placed: PlacedSystem, reference: WithPort): number | undefined =>
  targetOf(placed, reference).contract.ports?.[reference.port]?.number;
const portAt = (placed: PlacedSystem, reference: WithPort): string => `${targetOf(placed, reference).at}.ports.${reference.port}.number`;
const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
