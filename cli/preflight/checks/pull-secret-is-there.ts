import { pullFrom } from '../../../constructs/pull-from';
import { hostOf } from '../../../constructs/registry-host';
import { storeOf } from '../../../constructs/store-entries';
import { FORBIDDEN } from '../../cluster/read';
import { shellWord } from '../../shell-word';
import { curedBy, good, type Lack, lacking, NOTHING, noted } from '../outcome';
import { type ReadSecret, readSecret } from '../secret-values';
import { namespaceOf, type SystemCheck } from '../view';

const TYPE = 'kubernetes.io/dockerconfigjson';
const KEY = '.dockerconfigjson';

export const pullSecretIsThere: SystemCheck = {
  id: 'pull secret',
  look: async (view, made) => ((await namespaceOf(view, made.chart.placed.name)) === undefined ? NOTHING : lookForPullSecret(view, made)),
};

export const lookForPullSecret: SystemCheck['look'] = async (view, { chart: { placed } }) => {
  const from = pullFrom(placed);
  if (from === undefined) return NOTHING;
  const found = await readSecret(view, placed.name, from.name);
  if (found === FORBIDDEN) return noted(`whether the pull secret ${from.name} is there cannot be known: you may not get it`);
  const make = `${view.kubectl} -n ${placed.name} create secret docker-registry ${from.name} --docker-server=${shellWord(from.host)} --docker-username="$REGISTRY_USERNAME" --docker-password="$REGISTRY_PASSWORD"`;
  const again = `${view.kubectl} -n ${placed.name} delete secret ${from.name}\n${make}`;
  const lack = (what: string, cure: string): Lack =>
    curedBy(what, `images of ${from.host} are private: pods stay in ImagePullBackOff without it`, cure);
  if (found === undefined && storeOf(placed)?.registryEntry !== undefined)
    return noted(`pull secret ${from.name} is written by the operator once dist is applied and the store has its entry`);
  if (found === undefined) return lacking(lack(`pull secret ${from.name} is not there in ${placed.name}`, make));
  if (found.type !== TYPE) return lacking(lack(`pull secret ${from.name} is of type ${found.type} and should be ${TYPE}`, again));
  const hosts = hostsIn(found);
  for (const value of passwordsIn(found)) view.seen.add(value);
  return hosts.some((host) => hostOf(host) === hostOf(from.host))
    ? good(`pull secret ${from.name} for ${from.host}`)
    : lacking(lack(`pull secret ${from.name} has nothing for ${from.host}`, again));
};

const authsIn = ({ values }: ReadSecret): Readonly<Record<string, unknown>> => {
  try {
    const { auths } = JSON.parse(values.get(KEY) ?? '') as { readonly auths?: unknown };
    return typeof auths === 'object' && auths !== null ? (auths as Readonly<Record<string, unknown>>) : {};
  } catch {
    // The error would repeat the beginning of the text.
    return {};
  }
};
const hostsIn = (secret: ReadSecret): readonly string[] => Object.keys(authsIn(secret));
const passwordsIn = (secret: ReadSecret): readonly string[] =>
  Object.values(authsIn(secret)).flatMap((entry) =>
    typeof entry === 'object' && entry !== null ? Object.values(entry).filter((value): value is string => typeof value === 'string') : [],
  );
