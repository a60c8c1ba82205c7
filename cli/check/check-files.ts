import { byPlace, type CheckFinding, findingOf } from './check-finding';
import { decode } from './dockerfile/decode';
import { type ParsedDockerfile, readDockerfile } from './dockerfile/read-dockerfile';
import { readStages } from './dockerfile/read-stages';
import { type ReadIgnore, readDockerignore } from './dockerignore/read-dockerignore';
import { type Extent, withoutIgnored } from './ignore-comments';
import type { CheckSubject, Context, Promised } from './rule';
import { CHECK_RULES } from './rules';

export interface CheckInput {
  readonly dockerfile: { readonly path: string; readonly bytes: Uint8Array };
  /** Absent: there is none; `unknown`: nobody looked. */
  readonly dockerignore?: { readonly path: string; readonly bytes: Uint8Array } | 'unknown';
  readonly context?: Context;
  readonly promised?: Promised;
  readonly today: string;
}
/** Everything that is wrong with one Dockerfile and its .dockerignore, in the order of the files. */
export const checkFiles = ({ dockerfile, dockerignore, context, promised, today }: CheckInput): readonly CheckFinding[] => {
  const file = parsed(dockerfile.bytes);
  const stages = readStages(file);
  const ignore = dockerignore === undefined || dockerignore === 'unknown' ? dockerignore : parsedIgnore(dockerignore.bytes);
  const subject: CheckSubject = {
    file,
    stages,
    final: stages.stages.at(-1),
    today,
    ...(ignore === undefined ? {} : { ignore }),
    ...(context === undefined ? {} : { context }),
    ...(promised === undefined ? {} : { promised }),
  };
  const ignorePath = dockerignore === undefined || dockerignore === 'unknown' ? `${dockerfile.path}.dockerignore` : dockerignore.path;
  // A file that cannot be read has nothing more to say.
  const rules = file.problems.length > 0 ? CHECK_RULES.filter(({ id }) => id === 'dockerfile-can-be-read') : CHECK_RULES;
  const findings = rules.flatMap((rule) =>
    rule
      .problems(subject)
      .map((problem) =>
        findingOf(rule, problem, { file: problem.file === 'dockerignore' ? ignorePath : dockerfile.path, ...problem.spot }),
      ),
  );
  const ids = CHECK_RULES.map(({ id }) => id);
  const inFile = withoutIgnored(findings, dockerfile.path, file.comments, file.instructions, ids);
  const all =
    ignore === undefined || ignore === 'unknown' ? inFile : withoutIgnored(inFile, ignorePath, ignore.comments, extentsOf(ignore), ids);
  return [...all].sort(byPlace);
};
const extentsOf = ({ patterns }: ReadIgnore): readonly Extent[] => patterns.map(({ line }) => ({ line, endLine: line }));
const parsed = (bytes: Uint8Array): ParsedDockerfile => {
  const text = decode(bytes);
  return typeof text === 'string'
    ? readDockerfile(text)
    : { instructions: [], comments: [], directives: {}, escapes: '\\', problems: [text] };
};
const parsedIgnore = (bytes: Uint8Array): ReadIgnore => {
  const text = decode(bytes);
  return typeof text === 'string' ? readDockerignore(text) : { patterns: [], comments: [], problems: [text] };
};
