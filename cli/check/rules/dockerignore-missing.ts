import { allSteps, type CheckRule, spotIn } from '../rule';

export const dockerignoreMissing: CheckRule = {
  id: 'dockerignore-missing',
  class: 'defect',
  level: 'warning',
  promise: 'Where the whole folder is copied there is a .dockerignore.',
  why: '.git, .env and build output go into layers: secrets leave with the image and every commit makes the cache useless.',
  fix: 'write a .dockerignore beside the Dockerfile',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  problems: (subject) =>
    subject.ignore !== undefined
      ? []
      : allSteps(subject)
          .filter(({ copy }) => copy !== undefined && copy.from === undefined && copy.sources.some((source) => /^\.?\/?$/.test(source)))
          .slice(0, 1)
          .map((step) => ({ spot: spotIn(step), found: 'the whole folder is copied, and there is no .dockerignore' })),
};
