import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { goModule, goProgram, ownGoProgram } from './go-program';
import { PINS } from './pins';
import { pythonEnvironment } from './python-environment';
import { schemaFolder } from './schema-folder';

/** Paths of what the judges are asked with. */
export interface Judges {
  readonly kubeconform: string;
  readonly schemas: string;
  readonly podSecurity: string;
  readonly kubeScore: string;
  readonly python: string;
}

const here = join(__dirname, '..');
const { XDG_CACHE_HOME } = process.env;

/** Outside the repository: a fresh clone finds what an older one has installed. */
export const CACHE = join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'waybill-validate');

/** Through the package registries of Go and Python, at versions that are pinned; what is there already is taken. */
export const installJudges = async (cache: string): Promise<Judges> => {
  mkdirSync(cache, { recursive: true });
  const built = async () => ({
    kubeconform: await goProgram(cache, PINS.kubeconform),
    kubeScore: await goProgram(cache, PINS['kube-score']),
    podSecurity: await ownGoProgram(cache, join(here, 'pod-security')),
    gatewayApi: await goModule(cache, PINS.gatewayApi),
  });
  const [{ gatewayApi, ...programs }, python] = await Promise.all([built(), pythonEnvironment(cache, join(here, 'requirements.txt'))]);
  return { ...programs, python, schemas: await schemaFolder(cache, python, gatewayApi) };
};
