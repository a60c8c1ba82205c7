import { roleOf } from '../plain';
import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import { isPublicHost } from '../reading/is-public-host';
import { quote } from '../reading/quote';
import { urlsHere } from '../reading/urls-here';
import type { PlacedSubject, Problem, Rule } from '../rule';

export const publicUrlsFitThePlace: Rule<PlacedSubject> = {
  id: 'public-urls-fit-the-place',
  promise:
    'A public URL is http://localhost and the port’s own number where port-forward is the way in, and elsewhere https and a public host alone.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#name-based-virtual-hosting',
  problems: (subject) =>
    flatMap(urlsHere(subject), ({ name, url, derived }): readonly Problem[] => {
      const at = `${subject.at}.public.${name}`;
      if (subject.target.exposure.kind === 'port-forward') {
        const local = `http://localhost:${numberOf(subject, name)}`;
        return url === local
          ? []
          : [{ at, found: `${shown(url)} is not where port-forward answers`, fix: `write ${local}, or leave it out` }];
      }
      // A derived URL is as good as the target's domain, which has a rule of its own.
      if (derived && subject.target.publicUrls.kind === 'domain') return [];
      const [, host = ''] = /^https:\/\/([^/?#@:\\]+)$/.exec(url) ?? [];
      return isPublicHost(host) ? [] : [{ at, found: `${shown(url)} is not https:// and a public host alone`, fix: instead(url) }];
    }),
};
const numberOf = ({ system }: PlacedSubject, name: string): number | undefined => {
  const port = entryOf(system.exposes, name);
  const contract = port === undefined ? undefined : entryOf(system.contracts, roleOf(system, port) ?? '');
  return entryOf(contract?.ports, port?.port ?? '')?.number;
};
/** Without what may be a password. */
const shown = (url: string): string => quote(url.replace(/\/\/[^/]*@/, '//…@'));
const instead = (url: string): string => {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return isPublicHost(host) ? `write https://${host}` : 'write https:// and a host name that browsers outside can resolve';
};
