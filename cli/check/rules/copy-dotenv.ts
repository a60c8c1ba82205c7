import { allSteps, type CheckRule, spotIn } from '../rule';

export const copyDotenv: CheckRule = {
  id: 'copy-dotenv',
  class: 'defect',
  level: 'warning',
  promise: 'No .env file is copied into an image.',
  why: 'Whoever can pull the image can read it, also when a later layer deletes it.',
  fix: 'give the variables at run time',
  source: 'https://docs.docker.com/build/building/secrets/',
  problems: (subject) =>
    allSteps(subject).flatMap((step) =>
      (step.copy?.from === undefined ? (step.copy?.sources ?? []) : [])
        .filter((source) => /(?:^|\/)\.env(?:\.(?:local|production|prod|development|staging))?$/.test(source))
        .map((source) => ({ spot: spotIn(step, source), found: `${source} goes into a layer` })),
    ),
};
