import type { PlainSystem } from '../plain';
import { flatMap } from './flat-map';

/** A name that Waybill gives an object, so that no container may have it. */
export interface Taken {
  readonly name: string;
  /** The role the object belongs to; absent: the system. */
  readonly role?: string;
  readonly what: string;
}
/** Services, ConfigMaps and policies are named after their container with one of these behind. */
const SUFFIXES = ['headless', 'replicas', 'config'];

export const takenNames = (contracts: PlainSystem['contracts']): readonly Taken[] => [
  { name: 'default-deny', what: 'the name of the policy that closes a namespace' },
  ...flatMap(Object.entries(contracts), ([role, { name, needs }]) => [
    ...SUFFIXES.map((suffix) => ({ name: `${name}-${suffix}`, role, what: `the name of an object of ${role}` })),
    ...(needs?.election === undefined
      ? []
      : [{ name: `${needs.election.group}-config`, role, what: `where the group of ${role} keeps its configuration` }]),
  ]),
];
export const isTaken = (taken: Taken, role: string, name: string): boolean => taken.name === name && taken.role !== role;
