import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type Answer, FINE, refused } from '../answer';
import { decode } from '../check/dockerfile/decode';
import { readDockerfile } from '../check/dockerfile/read-dockerfile';
import { readBytes } from '../check/read-bytes';
import { composeFacts } from './compose-facts';
import { imageFacts } from './image-facts';
import { skeleton } from './skeleton';

export interface InitOptions {
  readonly dockerfile: string;
  readonly compose?: string;
  readonly name?: string;
  readonly cwd: string;
  /** Where the language is, from where the file will lie. */
  readonly language?: string;
}
/** A contract's beginning, or what stands in its way. */
export const runInit = ({ dockerfile, compose, name, cwd, language = '../contracts' }: InitOptions): Answer => {
  const file = textOf(dockerfile, cwd);
  if (typeof file !== 'string') return file;
  const parsed = readDockerfile(file);
  const [problem] = parsed.problems;
  if (problem !== undefined) return refused(`${dockerfile}:${problem.line}: ${problem.found}`, `  fix: ${problem.fix}`);
  const image = imageFacts(parsed);
  if (image === undefined) return refused(`${dockerfile}: has no FROM`, '  fix: name the Dockerfile of an image');
  const path = pathFrom(cwd, dockerfile);
  const composeText = compose === undefined ? undefined : textOf(compose, cwd);
  if (composeText !== undefined && typeof composeText !== 'string') return composeText;
  const facts =
    compose === undefined || composeText === undefined ? undefined : composeFacts(composeText, dirname(pathFrom(cwd, compose)), path);
  if (typeof facts === 'string')
    return refused(`${compose}: ${facts}`, '  fix: name the compose file whose service is built from it, or leave it out');
  const called = name ?? facts?.service ?? basename(dirname(resolve(cwd, dockerfile)));
  const context = facts?.context ?? dirname(path);
  return {
    code: FINE,
    out: skeleton({ image, ...(facts === undefined ? {} : { compose: facts }), name: called, dockerfile: path, context, language }),
    err: [],
  };
};
const pathFrom = (cwd: string, file: string) => relative(cwd, resolve(cwd, file)).split(sep).join('/');
const textOf = (path: string, cwd: string): string | Answer => {
  const bytes = readBytes(resolve(cwd, path));
  if (bytes === 'missing') return refused(`${path}: is not there`, '  fix: name a file that is');
  if (bytes === 'unreadable') return refused(`${path}: cannot be read`, '  fix: name a file that can be read');
  const text = decode(bytes);
  return typeof text === 'string' ? text : refused(`${path}:${text.line}: ${text.found}`, `  fix: ${text.fix}`);
};
