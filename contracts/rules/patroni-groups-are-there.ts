import { copiesProblem } from '../reading/copies-problem';
import { didYouMean } from '../reading/did-you-mean';
import { flatMap } from '../reading/flat-map';
import { electingRole } from '../reading/postgres-of';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const patroniGroupsAreThere: Rule<PlacedSubject> = {
  id: 'patroni-groups-are-there',
  promise: 'A database that members serve names another system, in which one container elects; none of its names is taken here.',
  source: 'https://patroni.readthedocs.io/en/latest/kubernetes.html',
  problems: ({ at, ...subject }) =>
    flatMap(Object.entries(subject.settings.databases ?? {}), ([role, database]): readonly Problem[] => {
      if (database?.engine !== 'patroni') return [];
      const place = `${at}.databases.${role}`;
      const wrong = database.members === undefined ? undefined : copiesProblem(database.members);
      return [
        ...groupProblems(subject, database.system).map((problem) => ({ at: `${place}.system`, ...problem })),
        ...(wrong === undefined ? [] : [{ at: `${place}.members`, ...wrong }]),
      ];
    }),
};
/** Whom the contract’s user and database are made by: https://patroni.readthedocs.io/en/latest/ENVIRONMENT.html#postgresql */
const SUPERUSERS = ['PATRONI_SUPERUSER_USERNAME', 'PATRONI_SUPERUSER_PASSWORD'];
type Subject = Omit<PlacedSubject, 'at'>;
const groupProblems = ({ system, systems, settings }: Subject, name: string): readonly Omit<Problem, 'at'>[] => {
  const electing = systems.filter((one) => one.name !== system.name && electingRole(one) !== undefined);
  const group = electing.find((one) => one.name === name);
  if (group === undefined) {
    const known = electing.map((one) => one.name);
    return [{ found: `${name} is no other system with one container that elects`, fix: didYouMean(name, known, 'name one') }];
  }
  const users = Object.values(settings.databases ?? {}).filter((one) => one?.engine === 'patroni' && one.system === name);
  const contract = group.contracts[electingRole(group) ?? ''];
  const roles = Object.entries(system.contracts).filter(([role, own]) => role === name || own.name === contract?.name);
  const secrets = Object.keys(group.secrets).filter((secret) => Object.hasOwn(system.secrets, secret));
  const unsaid = SUPERUSERS.filter((name) => contract?.env?.[name] === undefined);
  return [
    ...unsaid.map((variable) => ({ found: `the members of ${name} have no variable ${variable}`, fix: 'name the system of Patroni' })),
    ...(users.length > 1
      ? [{ found: `${users.length} databases are served by ${name}, whose objects have one name`, fix: 'serve one of them so' }]
      : []),
    ...roles.map(([role]) => ({ found: `${role} has a name that a member of ${name} would have too`, fix: 'rename one of the two' })),
    ...secrets.map((secret) => ({ found: `both systems have a secret ${secret}`, fix: 'rename one of the two' })),
  ];
};
