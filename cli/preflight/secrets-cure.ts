import { keysOfSecret } from '../../constructs/keys-of-secret';
import { pullFrom } from '../../constructs/pull-from';
import { secretBehind } from '../../constructs/secret-uses';
import type { PlacedSystem } from '../../contracts/placed';
import { shellWord } from '../shell-word';
import type { SecretsThere } from './secret-values';

interface Situation {
  readonly placed: PlacedSystem;
  readonly there: SecretsThere;
  /** Names of secrets whose value in the cluster is as it should be. */
  readonly sound: ReadonlySet<string>;
  readonly kubectl: string;
}
/**
 * Makes what is missing and keeps what is there: a password made anew would no longer open the database that has the old one.
 * The values go through a file that nobody else can read and never through a pipe or the list of processes: npx is a Node
 * program, and Node itself reads whatever stands behind --env-file, so that a pipe would be empty when waybill reads it.
 */
export const secretsCure = ({ placed, there, sound, kubectl }: Situation): string => {
  const { uses, objects } = there;
  const isFresh = [...objects.values()].every((found) => found === undefined);
  const named = Object.entries(placed.system.secrets).filter(([name]) => uses.some(({ value }) => secretBehind(placed, value) === name));
  const asksOwner = named.some(([name, { origin }]) => origin === 'from the owner' && !sound.has(name));
  const file = placed.target.place === 'laptop' ? '.env' : `${placed.target.name}.env`;
  const kept = named
    // A file of the owner's has all that is the owner's.
    .filter(([name, { origin }]) => sound.has(name) && !(asksOwner && origin === 'from the owner'))
    .flatMap(([name]) => {
      const holding = uses.find((use) => secretBehind(placed, use.value) === name && there.valueAt(use) !== undefined);
      const [key] = keysOfSecret(placed, uses, name);
      return holding === undefined || key === undefined ? [] : [{ key, holding }];
    });
  const reads = [...new Set(kept.map(({ holding }) => holding.object))].map((object) => {
    // 39 is a single quote, which needs no quoting this way.
    const lines = kept
      .filter(({ holding }) => holding.object === object)
      .map(({ key, holding }) => `{{printf "%s=%c%s%c\\n" "${key}" 39 (base64decode (index .data "${holding.key}")) 39}}`);
    return `${kubectl} -n ${placed.name} get secret ${object} -o go-template='${lines.join('')}'`;
  });
  const sources = [...(asksOwner && reads.length > 0 ? [`cat ${file}`] : []), ...reads];
  const pull = pullFrom(placed) === undefined ? '' : ' --no-pull-secret';
  const send = isFresh ? 'create -f -' : 'apply --server-side --force-conflicts -f -';
  const make = (env: string): string =>
    `npx waybill secrets ${placed.name} --target ${shellWord(placed.target.name)}${env}${pull} | ${kubectl} ${send}`;
  if (sources.length === 0) return make(asksOwner ? ` --env-file ${file}` : '');
  return ['kept=$(mktemp) &&', ...sources.map((read) => `${read} >> "$kept" &&`), make(' --env-file "$kept"'), 'rm -f "$kept"'].join('\n');
};
