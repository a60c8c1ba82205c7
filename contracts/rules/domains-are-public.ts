import { flatMap } from '../reading/flat-map';
import { isPublicHost } from '../reading/is-public-host';
import { quote } from '../reading/quote';
import type { AllSubject, Rule } from '../rule';

export const domainsArePublic: Rule<AllSubject> = {
  id: 'domains-are-public',
  promise: 'The domain under which a target’s public URLs stand is a DNS name that everyone can resolve.',
  source: 'https://www.rfc-editor.org/rfc/rfc6762#section-3',
  problems: ({ targets }) =>
    flatMap(targets, ({ name, publicUrls }) =>
      publicUrls.kind === 'localhost' || isPublicHost(`any.${publicUrls.domain}`)
        ? []
        : [
            {
              at: `${name}.publicUrls.domain`,
              found: `${quote(publicUrls.domain)} is no public domain`,
              fix: 'write the domain alone, like example.com',
            },
          ],
    ),
};
