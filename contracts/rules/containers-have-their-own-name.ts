import { flatMap } from '../reading/flat-map';
import { isTaken, type Taken, takenNames } from '../reading/taken-names';
import type { Rule, SystemSubject } from '../rule';

export const containersHaveTheirOwnName: Rule<SystemSubject> = {
  id: 'containers-have-their-own-name',
  promise: 'No two containers of a system have one name, and none has the name of an object that belongs to another.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  problems: ({ at, system: { contracts } }) => {
    const first = new Map<string, string>();
    const taken = new Map<string, Taken[]>();
    for (const one of takenNames(contracts)) taken.set(one.name, [...(taken.get(one.name) ?? []), one]);
    return flatMap(Object.entries(contracts), ([role, { name }]) => {
      const place = { at: `${at}.${role}.name` };
      const twin = first.get(name);
      if (twin !== undefined) {
        return [{ ...place, found: `${twin} and ${role} are both called ${name}`, fix: `give ${role} a container of another name` }];
      }
      first.set(name, role);
      return (taken.get(name) ?? [])
        .filter((one) => isTaken(one, role, name))
        .slice(0, 1)
        .map(({ what }) => ({ ...place, found: `${name} is ${what}`, fix: 'call the container something else' }));
    });
  },
};
