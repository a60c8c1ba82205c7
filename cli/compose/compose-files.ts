import { configData, givenFiles } from '../../constructs/config-data';
import { plain } from '../../constructs/explained';
import type { PlacedSystem } from '../../contracts/placed';
import { composeFile } from './compose-file';
import { envExample } from './env-example';
import { configPath } from './service-mounts';

/** Everything a laptop needs, by its path from the compose file. */
export const composeFiles = (placed: PlacedSystem): Readonly<Record<string, string>> => ({
  'compose.yaml': composeFile(placed),
  '.env.example': envExample(placed),
  ...Object.fromEntries(
    placed.containers.flatMap((one) => {
      const data = plain(configData(placed, one)) as Readonly<Record<string, string>>;
      return givenFiles(placed, one).map(({ key }) => [configPath(one.role, key), data[key] ?? ''] as const);
    }),
  ),
});
