import { flatMap } from '../reading/flat-map';
import { quote } from '../reading/quote';
import type { AllSubject, Rule } from '../rule';

export const registriesAreImagePrefixes: Rule<AllSubject> = {
  id: 'registries-are-image-prefixes',
  promise: 'A registry is what stands before an image’s name: a host and a path in lower case, with no https:// and no slash at the end.',
  source: 'https://github.com/distribution/reference/blob/main/reference.go',
  problems: ({ targets }) =>
    flatMap(targets, ({ name, images }) =>
      images.from === 'this machine' || REGISTRY.test(images.registry)
        ? []
        : [
            {
              at: `${name}.images.registry`,
              found: `${quote(images.registry)} cannot stand before an image’s name`,
              fix: 'write host and owner alone, like ghcr.io/yourorg',
            },
          ],
    ),
};
const REGISTRY = /^[a-z0-9]+([.-][a-z0-9]+)*(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
