import { type Finding, toText } from '../../contracts/finding';
import { openOutput } from '../synth/open-output';
import { replaceFile } from './replace-file';

export interface Writing {
  /** versions.json: its path, how a person calls it, its text before and after. */
  readonly file: string;
  readonly called: string;
  readonly before: string;
  readonly text: string;
  readonly dist: string;
  readonly files: ReadonlyMap<string, string>;
}
/** Both or neither: where dist cannot be written, the versions are put back. Undefined: done, else why not. */
export const writeRelease = ({ file, called, before, text, dist, files }: Writing): string | undefined => {
  const change = (from: string, to: string) => (from === to ? undefined : replaceFile(file, from, to));
  const wrong = change(before, text);
  if (wrong !== undefined) return `${called}: ${wrong}; nothing was changed\n  fix: see who else may write there, then release again`;
  const refused = refusal(dist, files);
  if (refused === undefined) return undefined;
  const stuck = change(text, before);
  return `${toText(refused)}\n${stuck === undefined ? `${called} is as it was` : `${called} has the new version: ${stuck}`}`;
};
const refusal = (dist: string, files: ReadonlyMap<string, string>): Finding | undefined => {
  const output = openOutput(dist);
  if ('found' in output) return output;
  for (const [path, content] of files) output.add(path, content);
  const written = output.finish();
  return written.kind === 'refused' ? written.finding : undefined;
};
