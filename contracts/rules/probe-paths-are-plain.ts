import { checksOf } from '../reading/checks-of';
import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { ContractSubject, Rule } from '../rule';

export const probePathsArePlain: Rule<ContractSubject> = {
  id: 'probe-paths-are-plain',
  promise: 'The path of a check begins with one slash and holds no space, no control character and no `..`.',
  source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.3',
  problems: ({ at, contract: { health } }) =>
    flatMap(checksOf(health), ({ at: place, check }) => {
      const wrong = check.check === 'http' ? wrongWith(check.path) : undefined;
      return wrong === undefined ? [] : [{ at: `${at}.${place}.path`, ...wrong }];
    }),
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u00a0]/;
/** As a part of the path itself: what stands behind ? or # is none. */
const CLIMBS = /^[^?#]*\/\.\.(?:[/?#]|$)/;
const wrongWith = (path: string): { readonly found: string; readonly fix: string } | undefined => {
  if (!path.startsWith('/')) return { found: `${quote(path)} does not begin with a slash`, fix: `write ${quote(`/${path}`)}` };
  if (path.startsWith('//')) return { found: `${quote(path)} begins with two slashes, and names a host`, fix: 'begin it with one slash' };
  if (UNPRINTABLE.test(path))
    return { found: `${quote(path)} holds a space or a control character`, fix: 'leave it out, or write it as %20' };
  return CLIMBS.test(path) ? { found: `${quote(path)} holds ..`, fix: 'write the path that is meant' } : undefined;
};
