import { runsAs } from '../dockerfile/runs-as';
import { type CheckRule, spotIn } from '../rule';

export const pipUserHomeMismatch: CheckRule = {
  id: 'pip-user-home-mismatch',
  class: 'defect',
  level: 'problem',
  promise: 'Packages installed with pip --user lie below the home folder of the user that runs.',
  why: 'The script is found in PATH and then does not find its module: ModuleNotFoundError at the start.',
  fix: 'give the user that home folder, or use a venv',
  source: 'https://docs.python.org/3/library/site.html#site.USER_BASE',
  problems: ({ final, file: { escapes } }) => {
    if (final === undefined) return [];
    const { home, name, uid } = runsAs(final, escapes) ?? {};
    if (home === undefined) return [];
    const elsewhere = [
      final.variables.get('PYTHONUSERBASE')?.value,
      final.variables.get('PYTHONPATH')?.value,
      final.variables.get('HOME')?.value,
    ];
    return final.steps.flatMap((step) => {
      const { copy } = step;
      const target = copy?.destination?.replace(/\/$/, '');
      if (
        copy === undefined ||
        copy.from === undefined ||
        target === undefined ||
        !target.endsWith('/.local') ||
        !copy.sources.some((source) => /\/\.local\/?$/.test(source))
      )
        return [];
      return target === `${home}/.local` || elsewhere.some((value) => value?.includes(target) || `${value}/.local` === target)
        ? []
        : [
            {
              spot: spotIn(step, copy.target),
              found: `the home folder of ${name ?? uid} is ${home}, so Python does not look in ${target}`,
              fix: `copy to ${home}/.local, or give the user the home ${target.slice(0, -7)}`,
            },
          ];
    });
  },
};
