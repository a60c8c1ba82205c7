import type { CloudNativePgDatabase } from '../database';
import type { Plain } from '../plain';
import { copiesProblem } from '../reading/copies-problem';
import { cronProblem } from '../reading/cron';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { imageName, referenceProblem } from '../reading/image-reference';
import { isDomain } from '../reading/names';
import { majorOf } from '../reading/postgres-of';
import { quote } from '../reading/quote';
import { quantityProblems, resourceProblems } from '../reading/resource-problems';
import type { PlacedSubject, Problem, Rule } from '../rule';
import { mebibytes } from '../units';

type Figures = Plain<CloudNativePgDatabase>;
const LAST = 65535;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

export const cloudnativePgFiguresAreUsable: Rule<PlacedSubject> = {
  id: 'cloudnative-pg-figures-are-usable',
  promise:
    'A cluster of CloudNativePG has an image of the contract’s major version, whole numbers of instances and connections, and an archive that no other server writes.',
  source: 'https://cloudnative-pg.io/documentation/current/',
  problems: ({ at, system, settings }) =>
    flatMap(Object.entries(settings.databases ?? {}), ([role, database]): readonly Problem[] => {
      const contract = entryOf(system.contracts, role);
      if (database?.engine !== 'cloudnative-pg' || contract === undefined) return [];
      const major = contract.image.kind === 'published' ? majorOf(imageName(contract.image.reference).tag) : undefined;
      return [
        ...imageProblems(database, major),
        ...instanceProblems(database),
        ...poolerProblems(database),
        ...archiveProblems(database, contract.name),
      ].map((problem) => ({ ...problem, at: `${at}.databases.${role}.${problem.at}` }));
    }),
};

const imageProblems = ({ image }: Figures, major: string | undefined): readonly Problem[] => {
  const wrong = referenceProblem(image);
  if (wrong !== undefined) return [{ at: 'image', found: wrong, fix: `write an image and its version: ${quote('postgresql:15.14')}` }];
  const here = majorOf(imageName(image).tag);
  if (here === undefined)
    return [{ at: 'image', found: `the tag of ${image} does not begin with a version`, fix: 'take a tag that begins with one: 15.14' }];
  return major === undefined || here === major
    ? []
    : [{ at: 'image', found: `${image} has version ${here}, and the contract ${major}`, fix: `take a tag that begins with ${major}` }];
};
const instanceProblems = ({ instances, wal }: Figures): readonly Problem[] => {
  const wrong = copiesProblem(instances);
  return [...(wrong === undefined ? [] : [{ at: 'instances', ...wrong }]), ...quantityProblems('wal', wal, mebibytes, '10Gi')];
};
const poolerProblems = ({ pooler }: Figures): readonly Problem[] => {
  if (pooler === undefined) return [];
  const wrong = copiesProblem(pooler.instances);
  return [
    ...(wrong === undefined ? [] : [{ at: 'pooler.instances', ...wrong }]),
    ...resourceProblems('pooler.resources', pooler.resources),
    ...(['clients', 'connections'] as const)
      .filter((name) => !Number.isInteger(pooler[name]) || pooler[name] < 1)
      .map((name) => ({
        at: `pooler.${name}`,
        found: `${pooler[name]} is no number of connections`,
        fix: 'write a whole number from 1 on',
      })),
  ];
};
const archiveProblems = ({ backup, recovery }: Figures, name: string): readonly Problem[] => {
  const cron = backup === undefined ? undefined : cronProblem(backup.schedule);
  const { store, archive = name, port = LAST } = backup ?? {};
  return [
    ...(cron === undefined || backup === undefined
      ? []
      : [
          {
            at: 'backup.schedule',
            found: `${quote(backup.schedule)} is no schedule: ${cron}`,
            fix: `write minute, hour, day, month and weekday in UTC, like '30 2 * * *'`,
          },
        ]),
    ...(Number.isInteger(port) && port >= 1 && port <= LAST
      ? []
      : [{ at: 'backup.port', found: `${quote(port)} is no port`, fix: `write a whole number from 1 to ${LAST}` }]),
    ...flatMap(
      [
        ['backup.store', store],
        ['recovery.store', recovery?.store],
        ['backup.archive', backup?.archive],
        ['recovery.archive', recovery?.archive],
      ],
      ([at = '', text]) =>
        text === undefined || isDomain(text)
          ? []
          : [{ at, found: `${quote(text)} is no name`, fix: 'write small letters, digits, dots and hyphens' }],
    ),
    ...(recovery?.until === undefined || MOMENT.test(recovery.until)
      ? []
      : [{ at: 'recovery.until', found: `${quote(recovery.until)} is no moment`, fix: `write it as ${quote('2026-11-21T16:00:00Z')}` }]),
    ...(backup !== undefined && recovery !== undefined && store === recovery.store && archive === recovery.archive
      ? [
          {
            at: 'recovery.archive',
            found: `the new server would write into ${archive}, the archive it recovers from`,
            fix: `name another archive in backup.archive, such as ${archive}-2`,
          },
        ]
      : []),
  ];
};
