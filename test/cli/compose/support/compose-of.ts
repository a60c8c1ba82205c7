import { composeFiles } from '../../../../cli/compose/compose-files';
import { placeOnLaptop } from '../../../../cli/compose/place-on-laptop';
import type { AnySystem } from '../../../../contracts';

/** The files of one system, by path. */
export const composeOf = (system: AnySystem): Readonly<Record<string, string>> => {
  const { placed, findings } = placeOnLaptop([system]);
  if (placed[0] === undefined) throw new Error(JSON.stringify(findings));
  return composeFiles(placed[0]);
};
