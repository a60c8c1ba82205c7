import { pullFrom } from '../../constructs/pull-from';
import { hostOf } from '../../constructs/registry-host';
import type { Finding } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import { type Credentials, credentialsOf } from './to-pull-secret';

export const PULL_KEYS = ['REGISTRY_USERNAME', 'REGISTRY_PASSWORD', 'DOCKER_CONFIG_JSON'] as const;
const [USERNAME, PASSWORD, CONFIG] = PULL_KEYS;

/** What the env file has for the target's registry, or what is missing. A whole Docker configuration comes before name and password. */
export const pullCredentials = (placed: PlacedSystem, env: ReadonlyMap<string, string>): Credentials | Finding => {
  const { host, name } = pullFrom(placed) ?? { host: '', name: '' };
  const missing = (found: string, fix: string): Finding => ({
    at: `${placed.target.name}.images.pullSecret`,
    found,
    fix: `${fix}; where ${name} is already there, or you make it with \`kubectl --context ${placed.target.name} -n ${placed.name} create secret docker-registry ${name} --docker-server=${host} --docker-username=… --docker-password=…\`, add --no-pull-secret`,
    rule: 'secrets-are-given',
  });
  const config = env.get(CONFIG) ?? '';
  if (config !== '') {
    const found = entryFor(host, config);
    return found ?? missing(`${CONFIG} has no user and password for ${host}`, `write ${USERNAME} and ${PASSWORD} instead`);
  }
  const [username = '', password = ''] = [env.get(USERNAME), env.get(PASSWORD)];
  if (username !== '' && password !== '') return credentialsOf(username, password);
  const absent = [...(username === '' ? [USERNAME] : []), ...(password === '' ? [PASSWORD] : [])].join(' and ');
  return missing(`no ${absent}: images of ${host} are pulled with the secret ${name}`, `write ${absent} into the file of --env-file`);
};
export const isFinding = (one: Credentials | Finding): one is Finding => 'rule' in one;

/** This registry's entry alone, so that credentials for others stay at home. Docker Desktop's own file has none. */
const entryFor = (host: string, config: string): Credentials | undefined => {
  const auths = (readJson(config) as { readonly auths?: unknown } | null | undefined)?.auths;
  if (typeof auths !== 'object' || auths === null) return undefined;
  const found = Object.entries(auths).find(([key]) => hostOf(key) === hostOf(host))?.[1] as Credentials | null | undefined;
  const isText = (field: string) => typeof found?.[field] === 'string' && found[field] !== '';
  return found && (isText('auth') || isText('identitytoken') || (isText('username') && isText('password'))) ? found : undefined;
};
const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The error would repeat the beginning of the text.
    return undefined;
  }
};
