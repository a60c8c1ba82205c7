import { cleanPath } from '../dockerignore/clean-path';
import { decides } from '../dockerignore/is-ignored';
import { allSteps, type CheckRule } from '../rule';

export const dockerignoreExcludesNeeded: CheckRule = {
  id: 'dockerignore-excludes-needed',
  class: 'defect',
  level: 'problem',
  promise: '.dockerignore lets in what COPY takes.',
  why: 'COPY ends with "not found" although the file lies there.',
  fix: 'bring it back with an exclamation mark, behind the line',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  problems: (subject) => {
    const { ignore, context, promised } = subject;
    if (ignore === undefined || ignore === 'unknown') return [];
    const asked = allSteps(subject).flatMap(({ copy }) => (copy === undefined || copy.from !== undefined ? [] : copy.expanded));
    const wanted = [...new Set(asked)]
      .filter((path): path is string => path !== undefined && context === undefined && !/[*?[]|^https?:/.test(path))
      .map((path) => cleanPath(path.replace(/^\/+/, '')));
    const image = promised?.contract.image;
    const own = image?.kind === 'built' ? cleanPath(image.build.context) : '.';
    return [...wanted, own].flatMap((path) => {
      const pattern = path === '.' ? undefined : decides(ignore.patterns, path);
      // A line below may bring back parts of a folder, and which ones are needed is not known.
      const comesBack = path !== own && ignore.patterns.some((one) => one.brings && one.text.startsWith(`${path}/`));
      // Of the context's own folder only its name itself: seen from within, `*` is about something else.
      const isOther = path === own && pattern?.text !== own;
      return pattern === undefined || pattern.brings || comesBack || isOther
        ? []
        : [
            {
              spot: { line: pattern.line, column: 1 },
              file: 'dockerignore' as const,
              found: `${pattern.text} leaves out ${path}, which the build needs`,
              fix: `!${path}`,
            },
          ];
    });
  },
};
