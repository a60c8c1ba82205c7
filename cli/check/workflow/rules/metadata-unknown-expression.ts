import { isMetadata, joinedExpressions } from '../builds/metadata-steps';
import { inputLines } from '../metadata/csv-fields';
import { GLOBAL } from '../metadata/expand';
import { withoutExpressions } from '../metadata/holes';
import { tagLine } from '../metadata/tag-line';
import { spotOfLine } from '../read/workflow';
import type { WorkflowProblem, WorkflowRule } from '../rule';

const OF_VERSION = ['version', 'major', 'minor', 'patch', 'raw', 'prerelease', 'build', 'includePrerelease', 'loose', 'options'];
const OF_SCHEDULE = ['date', 'commit_date'];

export const metadataUnknownExpression: WorkflowRule = {
  id: 'metadata-unknown-expression',
  class: 'defect',
  level: 'problem',
  promise: 'A line of docker/metadata-action is one that it takes, and an expression in it one that it fills where it stands.',
  why: 'An expression that it does not know comes out empty, and a line it cannot take ends the job.',
  fix: '{{version}} and its parts stand in pattern= of type=semver alone; elsewhere {{branch}}, {{tag}}, {{sha}}, {{base_ref}}, {{date …}}',
  source: 'https://github.com/docker/metadata-action#global-expressions',
  problems: ({ read: { workflow } }) =>
    workflow.jobs.flatMap((job) =>
      job.steps.filter(isMetadata).flatMap((step) => {
        const said = step.with.get('tags');
        if (said === undefined) return [];
        return inputLines(joinedExpressions(said.text))
          .filter((line) => !/^\$\{\{|\$\{\{[^}]*$|^[^{]*\}\}/.test(line))
          .flatMap((line): readonly WorkflowProblem[] => {
            const read = tagLine(withoutExpressions(line));
            const at = spotOfLine(workflow, said, line);
            if (read === 'unknown') return [];
            if (typeof read === 'string') return [{ at, found: read, fix: 'mend the line' }];
            return Object.entries(read.attributes).flatMap(([attribute, value]) =>
              namesIn(value).flatMap((name): readonly WorkflowProblem[] =>
                knownIn(read.type, attribute).includes(name)
                  ? []
                  : [{ at, found: `{{${name}}} in ${attribute}= of type=${read.type} comes out empty` }],
              ),
            );
          });
      }),
    ),
};
const namesIn = (value: string): readonly string[] =>
  [...value.replace(/\$\{\{[\s\S]*?\}\}/g, '').matchAll(/\{\{\s*([A-Za-z_]\w*)\s*(?:\s[^{}]*)?\}\}/g)].map(([, name]) => name as string);
const knownIn = (type: string, attribute: string): readonly string[] => {
  if (attribute === 'pattern' && (type === 'semver' || type === 'pep440')) return OF_VERSION;
  if (attribute === 'pattern' && type === 'schedule') return OF_SCHEDULE;
  return GLOBAL;
};
