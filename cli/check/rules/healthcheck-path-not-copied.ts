import { healthcheckOf } from '../dockerfile/healthcheck-of';
import { type CheckRule, spotIn } from '../rule';

const isBrought = (destination: string, sources: readonly string[], program: string): boolean => {
  const folder = destination.replace(/\/$/, '');
  if (program === folder) return true;
  if (!program.startsWith(`${folder}/`)) return false;
  const rest = program.slice(folder.length + 1);
  // One file goes into a folder under its own name; of a folder everything in it does.
  return sources.some((source) => (/\.\w+$/.test(source) ? rest === source.slice(source.lastIndexOf('/') + 1) : true));
};

export const healthcheckPathNotCopied: CheckRule = {
  id: 'healthcheck-path-not-copied',
  class: 'defect',
  level: 'problem',
  promise: 'The script of the health check is copied into the image.',
  why: 'The check ends with 127 from the first day, and a probe made from it kills every pod.',
  fix: 'copy it there',
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  problems: ({ final }) => {
    const check = final === undefined ? undefined : healthcheckOf(final);
    const [program = ''] = check?.words ?? check?.command.split(/\s+/) ?? [];
    if (final === undefined || check === undefined || !/^\/(?:opt|app|scripts|docker|srv|container)\/.*\.(?:sh|py|js)$/.test(program))
      return [];
    // What scripts and commands make of their own accord cannot be known.
    const within = (folder: string | undefined) =>
      folder === undefined || program === folder || program.startsWith(`${folder.replace(/\/$/, '')}/`);
    const made = final.chain.some(
      ({ copy, commands }) =>
        (copy !== undefined && (copy.destination === undefined || isBrought(copy.destination, copy.sources, program))) ||
        commands.some(({ words }) =>
          words
            .slice(1)
            .some(
              (word) =>
                within(word.startsWith('/') && word.split('/').length > 2 ? word : '-') &&
                words[0] !== 'mkdir' &&
                words[0] !== 'chown' &&
                words[0] !== 'chmod' &&
                words[0] !== 'find',
            ),
        ),
    );
    const isOwn = final.root !== undefined && final.distro !== undefined;
    return made || !(isOwn || final.root === 'base-image')
      ? []
      : [{ spot: spotIn(check.step, program), found: `nothing copies ${program} into the final stage` }];
  },
};
