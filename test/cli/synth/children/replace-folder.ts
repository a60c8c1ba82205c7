import { openOutput, type Replaced } from '../../../../cli/synth/open-output';

/** Gives a folder these files, all of them, as synth does one by one. */
export const replaceFolder = (folder: string, files: ReadonlyMap<string, string>): Replaced => {
  const output = openOutput(folder);
  if ('found' in output) return { kind: 'refused', finding: output };
  for (const [path, text] of files) output.add(path, text);
  return output.finish();
};
