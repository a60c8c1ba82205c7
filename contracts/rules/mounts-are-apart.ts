import { flatMap } from '../reading/flat-map';
import { mountsOf } from '../reading/mounts-of';
import type { ContractSubject, Rule } from '../rule';

export const mountsAreApart: Rule<ContractSubject> = {
  id: 'mounts-are-apart',
  promise: 'No two volumes or files are mounted at one path, and none inside another: the outer one would hide it, or hold its folder.',
  source: 'Waybill’s own',
  problems: ({ at, contract }) => {
    const mounts = mountsOf(contract);
    return flatMap(mounts, (mount, index) => {
      const here = { at: `${at}.${mount.at}` };
      const twin = mounts.slice(0, index).find(({ path }) => path === mount.path);
      if (twin !== undefined) return [{ ...here, found: `${twin.at} is the same path`, fix: 'leave out one of the two' }];
      const outer = mounts.find(({ path }) => path !== '/' && mount.path.startsWith(`${path}/`));
      return outer === undefined
        ? []
        : [{ ...here, found: `the path lies inside ${outer.path}, which is ${outer.at}`, fix: 'leave out one of the two, or move one' }];
    });
  },
};
