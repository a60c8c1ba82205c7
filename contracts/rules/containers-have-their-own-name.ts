import { isTaken, type Taken, takenNames } from '../reading/taken-names';
import type { Rule, SystemSubject } from '../rule';

export const containersHaveTheirOwnName: Rule<SystemSubject> = {
  id: 'containers-have-their-own-name',
  promise: 'No two containers of a system have one name, and none has the name of an object that belongs to another.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  problems: ({ at, system: { contracts } }) => {
    const all = Object.entries(contracts);
    return all.flatMap(([role, { name }], index) => {
      const place = { at: `${at}.${role}.name` };
      const twin = all.slice(0, index).find(([, other]) => other.name === name)?.[0];
      if (twin !== undefined) {
        return [{ ...place, found: `${twin} and ${role} are both called ${name}`, fix: `give ${role} a container of another name` }];
      }
      return takenNames(contracts)
        .filter((taken: Taken) => isTaken(taken, role, name))
        .slice(0, 1)
        .map(({ what }) => ({ ...place, found: `${name} is ${what}`, fix: 'call the container something else' }));
    });
  },
};
