import { entryOf } from '../reading/entry-of';
import { flatMap } from '../reading/flat-map';
import type { ContractSubject, Rule } from '../rule';

export const buildVariablesHaveAnArgument: Rule<ContractSubject> = {
  id: 'build-variables-have-an-argument',
  promise: 'A variable that is fixed while the image is built has a build argument of the same name.',
  source: 'https://docs.docker.com/reference/dockerfile/#arg',
  problems: ({ at, contract: { env = {}, image } }) =>
    flatMap(
      Object.entries(env).filter(([, { need, alsoAtBuild }]) => need === 'at build' || alsoAtBuild === true),
      ([name]) => {
        const here = { at: `${at}.env.${name}` };
        if (image.kind === 'published') {
          return [{ ...here, found: 'the image is published, and nobody here builds it', fix: 'make it required(…) or optional(…)' }];
        }
        return entryOf(image.build.arguments, name) === undefined
          ? [
              {
                ...here,
                found: `the build has no argument ${name}, so the value would never get in`,
                fix: 'add it to image.build.arguments',
              },
            ]
          : [];
      },
    ),
};
