import { cleanPath } from '../dockerignore/clean-path';
import { isIgnored } from '../dockerignore/is-ignored';
import { toPattern } from '../dockerignore/pattern';
import { allSteps, type CheckRule, type Context, type Problem, spotIn } from '../rule';

const covers = (source: string, path: string): boolean => {
  if (source === '.') return true;
  if (!/[*?[]/.test(source)) return path === source || path.startsWith(`${source}/`);
  const pattern = toPattern(source, 0, false);
  // What cannot be read as a pattern is not judged.
  return pattern === undefined || path.split('/').some((_, index, parts) => pattern.matches(parts.slice(0, index + 1).join('/')));
};

const others = ({ paths }: Context, sources: readonly (string | undefined)[], index: number): boolean =>
  sources.some((other, at) => {
    if (at === index) return false;
    const clean = other === undefined ? undefined : cleanPath(other.replace(/^\/+/, ''));
    return clean === undefined || paths.some((path) => covers(clean, path));
  });

export const copySourceExists: CheckRule = {
  id: 'copy-source-exists',
  class: 'defect',
  level: 'problem',
  promise: 'What COPY takes from the context is there, and .dockerignore lets it in.',
  why: 'COPY ends with "not found", or "no source files" where a wildcard fits nothing.',
  fix: 'add the file, or copy another',
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  problems: (subject) => {
    const { context, ignore } = subject;
    if (context === undefined) return [];
    return allSteps(subject).flatMap((step) => {
      const { copy } = step;
      if (copy === undefined || copy.from !== undefined || copy.keyword === 'ADD') return [];
      return copy.sources.flatMap((source, index): readonly Problem[] => {
        const path = copy.expanded[index];
        if (path === undefined || /^(?:https?|git):|\.git(?:#|$)/.test(path)) return [];
        const clean = cleanPath(path.replace(/^\/+/, ''));
        if (clean.startsWith('..'))
          return [
            {
              spot: spotIn(step, source),
              found: `${source} leaves the build context`,
              fix: 'copy it into the context; Docker takes nothing from outside',
            },
          ];
        const there = context.paths.filter((one) => covers(clean, one));
        // BuildKit passes over a wildcard that fits nothing beside a source that is there: yarn.lock* package-lock.json*.
        if (there.length === 0 && /[*?[]/.test(source) && others(context, copy.expanded, index)) return [];
        if (there.length === 0) return [{ spot: spotIn(step, source), found: `${source} is not in the build context` }];
        const isOut = (one: string) => ignore !== undefined && ignore !== 'unknown' && isIgnored(ignore.patterns, one);
        return there.every(isOut)
          ? [
              {
                spot: spotIn(step, source),
                found: `${source} is in the folder and .dockerignore leaves all of it out`,
                fix: `!${clean} in .dockerignore`,
              },
            ]
          : [];
      });
    });
  },
};
