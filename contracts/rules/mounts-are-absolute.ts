import { posix } from 'node:path';
import { flatMap } from '../reading/flat-map';
import { mountsOf } from '../reading/mounts-of';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const mountsAreAbsolute: Rule<ContractSubject> = {
  id: 'mounts-are-absolute',
  promise: 'A path that is mounted is absolute, written in one way only, and hides nothing that every process needs.',
  source: 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#volumemount-v1-core',
  problems: ({ at, contract }) =>
    flatMap(mountsOf(contract), ({ at: place, path }) => {
      const wrong = wrongWith(path);
      return wrong === undefined ? [] : [{ at: `${at}.${place}`, ...wrong }];
    }),
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const REFUSED = /[\u0000-\u001f\u007f:]/;
/** The runtime mounts these itself and refuses, or breaks with, anything over or in them. */
const KEPT = /^\/(proc|sys)(\/|$)|^\/dev$/;
const wrongWith = (path: string): { readonly found: string; readonly fix: string } | undefined => {
  const shown = quote(path);
  if (!path.startsWith('/')) return { found: `${shown} is not absolute`, fix: 'write the path from the root: /…' };
  if (/^\/+$/.test(path)) return { found: `${shown} is the root, and hides the whole image`, fix: 'write the folder that is written to' };
  if (
    path
      .slice(1)
      .split('/')
      .some((part) => part === '' || part === '.' || part === '..')
  ) {
    return { found: `${shown} has an empty part, . or ..`, fix: `write ${quote(normal(path))}` };
  }
  if (REFUSED.test(path)) return { found: `${shown} holds a colon or a control character`, fix: 'choose another path' };
  return KEPT.test(path) ? { found: `${shown} belongs to the container runtime`, fix: 'choose another path' } : undefined;
};
const normal = (path: string): string => posix.normalize(path).replace(/\/+$/, '') || '/';
