import { storeOf } from '../../constructs/store-entries';
import { toText } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import { type Answer, FINE, PROBLEMS } from '../answer';
import { type Made, makeSecrets, type Wish } from './make-secrets';
import { toYaml } from './to-yaml';
import { unusedKeys } from './unused-keys';

/** The Secrets of a system at a target, as `kubectl create -f -` takes them, and beside them what is no secret. */
export const secrets = (placed: PlacedSystem, wish: Wish): Answer => {
  const delivery = storeOf(placed);
  if (delivery !== undefined)
    return (require('./secrets-of-store') as typeof import('./secrets-of-store')).secretsOfStore(placed, wish, delivery);
  const made = makeSecrets(placed, wish);
  const notes = unusedKeys(placed, made, wish.env);
  if (made.findings.length > 0) return { code: PROBLEMS, out: '', err: [...notes, ...made.findings.map(toText)] };
  if (made.manifests.length === 0)
    return { code: FINE, out: '', err: [...notes, `${placed.name} needs no secrets at ${placed.target.name}`] };
  return { code: FINE, out: toYaml(made.manifests), err: [...notes, ...summary(placed, made)] };
};

const summary = ({ name, target }: PlacedSystem, { manifests, given: { keys, generated } }: Made): readonly string[] => [
  ...manifests.map(
    ({ metadata, data, stringData }) =>
      `Secret ${metadata.name}: ${Object.keys({ ...data, ...stringData })
        .sort()
        .join(', ')}`,
  ),
  ...(generated.length === 0
    ? []
    : [`made now, and different in the next run: ${generated.map((secret) => keys.get(secret)?.[0] ?? secret).join(', ')}`]),
  `for \`kubectl --context ${target.name} create -f -\`, once the namespace ${name} is there`,
];
