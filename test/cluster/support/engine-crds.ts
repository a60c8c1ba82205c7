import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kubectl } from './kubectl';

/** The CRDs of the operators that a target may rely on, whole: `CRDS=FOLDER`, or the folder beside a checkout. */
export const engineCrds = process.env.CRDS ?? join(__dirname, '../../../../shared/crds');

/** No operator runs, but the API server holds what is sent against them. Other tests want a cluster without: `remove` them. */
export const installEngineCrds = (): void => {
  if (!existsSync(engineCrds))
    throw new Error(`no CRDs in ${engineCrds}: CRDS=FOLDER names a folder with those of the operators, one a file`);
  kubectl('apply', '--server-side', '-f', engineCrds);
  kubectl('wait', '--for=condition=Established', '--timeout=60s', '-f', engineCrds);
};
export const removeEngineCrds = (): void => {
  kubectl('delete', '--ignore-not-found', '--timeout=120s', '-f', engineCrds);
};
