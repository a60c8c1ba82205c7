import { isBuilder } from '../builds/action-build';
import { inputLines } from '../metadata/csv-fields';
import { spotOfLine } from '../read/workflow';
import type { WorkflowProblem, WorkflowRule } from '../rule';

/** GITHUB_TOKEN ends with the job. */
const SECRET = /\$\{\{[^}]*\bsecrets\.(?!GITHUB_TOKEN\b)([A-Za-z_]\w*)/;
/** A name that says the value is shown to everybody anyway. */
const PUBLIC = /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|PUBLIC_|EXPO_PUBLIC_|NUXT_PUBLIC_|GATSBY_)/;

export const secretAsBuildArgument: WorkflowRule = {
  id: 'secret-as-build-argument',
  class: 'defect',
  level: 'problem',
  promise: 'No secret is given as a build argument.',
  why: 'Build arguments stay in the image’s history and in its provenance, which whoever can pull it can read.',
  fix: 'give it by secrets:, and take it in the Dockerfile with RUN --mount=type=secret',
  source: 'https://docs.docker.com/build/building/secrets/',
  problems: ({ read: { workflow } }) =>
    workflow.jobs.flatMap((job) =>
      job.steps.filter(isBuilder).flatMap((step) => {
        const said = step.with.get('build-args');
        if (said === undefined) return [];
        return inputLines(said.text).flatMap((line): readonly WorkflowProblem[] => {
          const [, secret] = SECRET.exec(line) ?? [];
          const name = line.split('=', 1)[0] ?? '';
          return secret === undefined || PUBLIC.test(name)
            ? []
            : [{ at: spotOfLine(workflow, said, line), found: `build argument ${name} is the secret ${secret}` }];
        });
      }),
    ),
};
