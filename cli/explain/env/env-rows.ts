import { byCodePoint } from '../../../contracts/finding';
import type { PlacedSystem } from '../../../contracts/placed';
import type { Clause } from '../../clauses/clause';
import { developmentOf } from '../../compose/place-on-laptop';
import type { EnvRow } from './env-row';
import { laptopCell } from './laptop-cell';
import { targetCell } from './target-cell';

/** Every variable that a container is given somewhere, by compose and at each target. */
export const envRows = (laptop: PlacedSystem, targets: readonly PlacedSystem[], register: readonly Clause[]): readonly EnvRow[] =>
  Object.entries(laptop.system.contracts).flatMap(([role, { env = {} }]) => {
    const besides = Object.keys(developmentOf(laptop, role).besides ?? {});
    const own = Object.keys(env).filter((name) => env[name]?.need !== 'set by image');
    return [...own, ...besides].sort(byCodePoint).map((variable) => ({
      role,
      variable,
      isAtBuild: env[variable]?.need === 'at build',
      cells: {
        compose: laptopCell(laptop, role, variable, register),
        ...Object.fromEntries(
          targets.map((placed) => [
            placed.target.name,
            targetCell(
              placed,
              role,
              variable,
              register,
              targets.map(({ target }) => target.name),
            ),
          ]),
        ),
      },
    }));
  });
