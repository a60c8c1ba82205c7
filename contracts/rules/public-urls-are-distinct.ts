import { flatMap } from '../reading/flat-map';
import { urlsHere } from '../reading/urls-here';
import type { PlacedSubject, Rule } from '../rule';

export const publicUrlsAreDistinct: Rule<PlacedSubject> = {
  id: 'public-urls-are-distinct',
  promise: 'No two things that a system exposes share a public URL: only one of them would answer.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#name-based-virtual-hosting',
  problems: (subject) => {
    const all = urlsHere(subject);
    return flatMap(all, ({ name, url, role }, index) => {
      // Two of one container have a rule of their own.
      const first = all.slice(0, index).find((other) => other.url === url && other.role !== role);
      const fix =
        subject.target.exposure.kind === 'port-forward' ? 'let one of the two listen on another port' : 'give one of the two another host';
      return first === undefined ? [] : [{ at: `${subject.at}.public.${name}`, found: `${first.name} has ${url} already`, fix }];
    });
  },
};
