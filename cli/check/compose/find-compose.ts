import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** In the order docker compose looks for them. An override file is read when it is named, and not before. */
export const COMPOSE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'] as const;

export interface FoundCompose {
  readonly path: string;
  /** The system whose folder it lies in; absent: its services say it. */
  readonly system?: string;
}
/** The compose file at the root, and a reference in `examples/<system>/` for each system. */
export const findCompose = (root: string, systems: readonly string[]): readonly FoundCompose[] => {
  const inside = (folder: string) => COMPOSE_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
  const own = inside(root);
  return [
    ...(own === undefined ? [] : [{ path: own }]),
    ...systems.flatMap((system) => {
      const path = inside(join(root, 'examples', system));
      return path === undefined ? [] : [{ path, system }];
    }),
  ];
};
