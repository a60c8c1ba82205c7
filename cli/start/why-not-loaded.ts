import { isAbsolute, join, relative, sep } from 'node:path';
import { type Finding, toText } from '../../contracts/finding';
import { COULD_NOT_RUN } from '../answer';
import { failInCdk8s, isCalledByCdk8s, whereToWrite } from '../synth/where-to-write';

const ROOT = join(__dirname, '..', '..');
/** Folders of Waybill itself: an error that comes from them is its own. */
const OWN = ['cli', 'contracts', 'constructs', 'imports', 'node_modules'];

const shown = (path: string): string => relative(process.cwd(), path) || path;
const isAuthors = (path: string): boolean => {
  const below = relative(ROOT, path);
  return !isAbsolute(below) && !['..', ...OWN].includes(below.split(sep)[0] ?? '');
};

/** As esbuild lists them in its message; columns count from 0. */
const UNREADABLE = /^(.+):(\d+):(\d+): ERROR: (.*)$/gm;
const unreadable = (error: Error): readonly Finding[] =>
  [...error.message.matchAll(UNREADABLE)].map(([, path = '', line, column, text = '']) => ({
    at: `${shown(path)}:${line}:${Number(column) + 1}`,
    found: `is not TypeScript: ${text}`,
    fix: 'correct it there, or in the line before',
    rule: 'source-is-typescript',
  }));
/** As Node says it of a file that it reads as JSON. */
const notJson = (error: Error): readonly Finding[] => {
  const [, path, text] = /^(.+\.json): (.*)$/s.exec(error.message) ?? [];
  if (path === undefined || text === undefined) return thrown(error);
  return [{ at: shown(path), found: `is not JSON: ${text}`, fix: 'correct it there', rule: 'source-is-json' }];
};

type Missing = Error & { readonly requireStack?: readonly string[] };
const missing = (error: Missing): readonly Finding[] => {
  const request = /^Cannot find module '([^']+)'/.exec(error.message)?.[1] ?? 'a module';
  const [importer = ''] = error.requireStack ?? [];
  const rule = 'imports-are-there';
  if (importer === join(__dirname, 'record.cjs'))
    return [{ at: shown(request), found: 'is not there', fix: 'name the file that calls synth, such as main.ts', rule }];
  const isFile = request.startsWith('.') || isAbsolute(request);
  const name = isAbsolute(request) ? shown(request) : request;
  return [
    isFile
      ? { at: shown(importer), found: `imports ${name}, which is not there`, fix: 'correct the path, or add the file', rule }
      : { at: shown(importer), found: `imports ${name}, which is not installed`, fix: `npm ci, or npm install ${name}`, rule },
  ];
};

/** The innermost place of a stack, where that is in a file of the authors. */
const thrownAt = (error: Error): string | undefined => {
  const [, path = '', place] = /^ +at (?:.*\()?(\/.+|[A-Z]:\\.+):(\d+:\d+)\)?$/m.exec(error.stack ?? '') ?? [];
  return path !== '' && isAuthors(path) ? `${shown(path)}:${place}` : undefined;
};
const thrown = (error: Error): readonly Finding[] => {
  const at = thrownAt(error);
  if (at === undefined) return [];
  const found = `ends with ${error.name}: ${error.message.split('\n')[0]}`;
  return [{ at, found, fix: 'look there; npm run types finds most of such mistakes without a run', rule: 'source-runs' }];
};

/** What authors may have got wrong in a source that was not loaded to its end; nothing: the error is Waybill's own. */
export const whyNotLoaded = (error: unknown): readonly Finding[] => {
  if (!(error instanceof Error)) return [];
  if (error.name === 'TransformError') return unreadable(error);
  if (error instanceof SyntaxError) return notJson(error);
  return 'code' in error && error.code === 'MODULE_NOT_FOUND' ? missing(error) : thrown(error);
};

/** Says it and sets the exit code; false: there is nothing to say to the authors. */
export const sayWhyNotLoaded = (error: unknown): boolean => {
  const findings = whyNotLoaded(error);
  if (findings.length === 0) return false;
  process.stderr.write(`${findings.map(toText).join('\n')}\n`);
  const where = whereToWrite([], process.env);
  process.exitCode = isCalledByCdk8s(process.env) && !('found' in where) ? failInCdk8s(COULD_NOT_RUN, where) : COULD_NOT_RUN;
  return true;
};
