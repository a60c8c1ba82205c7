import { git } from './git';
import { commitOf, isShallow } from './read-ref';
import type { SourceProblem } from './source';

const MAIN = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** Where this branch left the main branch. */
export const mergeBase = (folder: string): { readonly commit: string; readonly branch: string } | SourceProblem => {
  const known = MAIN.map((branch) => ({ branch, commit: commitOf(folder, branch) }));
  const [first] = known;
  const main = known.find(({ commit }) => typeof commit === 'string');
  if (main === undefined) {
    const why = first?.commit;
    const isRepository = git(folder, ['rev-parse', '--is-inside-work-tree']).out.trim() === 'true';
    if (!isRepository && typeof why === 'object')
      return { problem: why.problem.replace('origin/HEAD is no folder, and this', 'nothing to compare with: this'), fix: why.fix };
    return {
      problem: `there is no main branch to compare with (${MAIN.join(', ')})`,
      fix: isShallow(folder) ? 'git fetch --unshallow origin, or in GitHub Actions: fetch-depth: 0' : 'name a base: waybill diff REF',
    };
  }
  const found = git(folder, ['merge-base', 'HEAD', main.commit as string]);
  if (found.ok) return { commit: found.out.trim(), branch: main.branch };
  return isShallow(folder)
    ? {
        problem: `where this branch left ${main.branch} is not in this clone, which is shallow`,
        fix: 'git fetch --unshallow origin, or in GitHub Actions: fetch-depth: 0',
      }
    : { problem: `this branch and ${main.branch} have nothing in common`, fix: 'name a base: waybill diff REF' };
};
