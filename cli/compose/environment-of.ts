import { byCodePoint } from '../../contracts/finding';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { composeValue, type Written } from './compose-value';
import { dotenvNames } from './dotenv-names';
import { asItIs, otherwise } from './interpolation';
import { developmentOf, developmentPlace } from './place-on-laptop';

/** A variable of a service. `text` undefined: only what .env or the shell sets is passed on. */
export type ServiceVariable = Omit<Written, 'text'> & { readonly name: string; readonly text: string | undefined };

export const environmentOf = (placed: PlacedSystem, container: PlacedContainer): readonly ServiceVariable[] => {
  const { fromDotenv = [], without = [], besides = {} } = developmentOf(placed, container.role);
  const here = developmentPlace(placed, container.role);
  const own = Object.entries(container.contract.env ?? {}).flatMap(([name, { need }]): ServiceVariable[] => {
    if (need === 'at build' || need === 'set by image' || without.includes(name)) return [];
    const given = container.given[name];
    const row = `${container.at}.env.${name}`;
    if (given === undefined)
      return isSomeSecret(placed, name) ? [] : [{ name, text: undefined, at: [row], rules: ['passed-through-when-set'] }];
    const value = composeValue(placed, container, given.value, given.at);
    if (!fromDotenv.includes(name) || value.text.includes('$')) return [{ name, ...value }];
    return [
      { name, text: otherwise(name, value.text), at: [...value.at, `${here}.fromDotenv`], rules: [...value.rules, 'settable-in-dotenv'] },
    ];
  });
  const more = Object.entries(besides).map(([name, value]) => ({ name, text: asItIs(value), at: [`${here}.besides.${name}`], rules: [] }));
  return [...own, ...more].sort((a, b) => byCodePoint(a.name, b.name));
};
/** A name that gives another container its secret would pass it on to this one. */
const isSomeSecret = (placed: PlacedSystem, name: string): boolean => [...dotenvNames(placed).values()].includes(name);
