import { isIgnored } from '../dockerignore/is-ignored';
import type { CheckRule } from '../rule';

export const dockerignoreRootOnly: CheckRule = {
  id: 'dockerignore-root-only',
  class: 'defect',
  level: 'warning',
  promise: 'A pattern of a file’s ending reaches the folders below.',
  why: 'Other than in .gitignore, *.md does not fit docs/a.md: what was meant to stay out goes in.',
  fix: 'write **/ in front',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  problems: ({ ignore, context }) => {
    if (ignore === undefined || ignore === 'unknown' || context === undefined) return [];
    return ignore.patterns.flatMap((pattern) => {
      if (pattern.brings || !/^\*\.\w+$/.test(pattern.text)) return [];
      const nested = context.paths.find(
        (path) => path.includes('/') && path.endsWith(pattern.text.slice(1)) && !isIgnored(ignore.patterns, path),
      );
      return nested === undefined
        ? []
        : [
            {
              spot: { line: pattern.line, column: 1 },
              file: 'dockerignore' as const,
              found: `${pattern.text} fits the top folder only; ${nested} stays in the context`,
              fix: `**/${pattern.text}`,
            },
          ];
    });
  },
};
