import { containerAt } from '../contracts/place';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import { followersName, poolerName, readWriteName } from './names';

/** A part of an address, and the places it was made from. */
interface Part<T> {
  readonly value: T;
  readonly at: readonly string[];
}
/** Under which host others reach a container here: its Service, or what serves it. */
export const hostOf = (
  placed: PlacedSystem,
  container: PlacedContainer,
  answering: 'any' | 'leader' | 'follower' = 'any',
): Part<string> => {
  const { served, contract, at } = container;
  if (served === undefined) return { value: answering === 'follower' ? followersName(container) : contract.name, at: [`${at}.name`] };
  switch (served.value.engine) {
    case 'external':
      return { value: served.value.host, at: [`${served.at}.host`] };
    case 'patroni':
      return { value: membersOf(placed, container).contract.name, at: [`${served.at}.system`, `${membersOf(placed, container).at}.name`] };
    case 'cloudnative-pg':
      return served.value.pooler === undefined
        ? { value: readWriteName(container), at: [served.at, `${at}.name`] }
        : { value: poolerName(container), at: [`${served.at}.pooler`, `${at}.name`] };
  }
};

/** The number under which a container's port is reached here. */
export const portOf = (placed: PlacedSystem, container: PlacedContainer, port: string): Part<number> => {
  const { served, contract, at } = container;
  if (served?.value.engine === 'external' && served.value.port !== undefined)
    return { value: served.value.port, at: [`${served.at}.port`] };
  if (served?.value.engine === 'patroni') {
    const members = membersOf(placed, container);
    const serves = members.contract.needs?.election?.serves ?? '';
    return { value: numberOf(members.contract, serves), at: [`${members.at}.ports.${serves}.number`] };
  }
  return { value: numberOf(contract, port), at: [`${at}.ports.${port}.number`] };
};
/** @throws when the contract has no such port: a rule refuses that before. */
const numberOf = ({ name, ports = {} }: PlacedContainer['contract'], port: string): number => {
  const { number } = ports[port] ?? {};
  if (number === undefined) throw new Error(`${name} has no port ${port}`);
  return number;
};

/** Those that serve in a container's place. @throws when none do: a bug. */
export const membersOf = (placed: PlacedSystem, { at, served }: PlacedContainer): PlacedContainer => {
  const members = served?.value.engine === 'patroni' ? containerAt(placed, served.value.system) : undefined;
  if (members === undefined) throw new Error(`no members serve ${at}`);
  return members;
};
