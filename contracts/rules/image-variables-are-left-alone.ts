import { givings } from '../reading/given-to';
import type { Rule, SystemSubject } from '../rule';

export const imageVariablesAreLeftAlone: Rule<SystemSubject> = {
  id: 'image-variables-are-left-alone',
  promise: 'A variable that the image sets is given nothing: the Dockerfile’s ENV is where it is decided.',
  source: 'https://docs.docker.com/reference/dockerfile/#env',
  problems: ({ system }) =>
    givings(system)
      .filter(({ variable }) => variable.need === 'set by image')
      .map(({ at, role, name }) => ({
        at,
        found: `the image of ${role} sets ${name} itself`,
        fix: 'remove it, or make it optional(…) in the contract',
      })),
};
