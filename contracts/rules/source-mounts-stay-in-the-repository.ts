import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { Rule, SystemSubject } from '../rule';

export const sourceMountsStayInTheRepository: Rule<SystemSubject> = {
  id: 'source-mounts-stay-in-the-repository',
  promise: 'What a laptop mounts over an image lies in the repository, and replaces one folder below the image’s root.',
  source: 'https://docs.docker.com/engine/storage/bind-mounts/',
  problems: ({ at, system: { development } }) =>
    flatMap(Object.entries(development.containers), ([role, own]) =>
      flatMap(Object.entries(own?.mounts ?? {}), ([name, { from, to }]) => {
        const place = `${at}.development.containers.${role}.mounts.${name}`;
        return [
          ...(isBelow(from, './')
            ? []
            : [
                {
                  at: `${place}.from`,
                  found: `${quote(from)} is no folder below the repository`,
                  fix: 'write it from the root of the repository: ./backend/app',
                },
              ]),
          ...(isBelow(to, '/')
            ? []
            : [
                {
                  at: `${place}.to`,
                  found: `${quote(to)} is no folder below the image’s root`,
                  fix: 'write the path from the root: /app/src',
                },
              ]),
        ];
      }),
    ),
};
/** Asked first: most names are such, and V8 takes as long to set up what Unicode calls printable as other rules take for five systems. */
const USUAL = /^[\w@ .-]+$/;
/** A colon divides a mount's two sides, and a dollar sign would be a variable. */
const isBelow = (path: string, start: string): boolean =>
  path.startsWith(start) &&
  path
    .slice(start.length)
    .split('/')
    .every((part) => (USUAL.test(part) || /^[^\p{C}:$\\]+$/u.test(part)) && part !== '.' && part !== '..');
