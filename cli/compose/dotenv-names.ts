import { keysOfSecret } from '../../constructs/keys-of-secret';
import type { SecretUse } from '../../constructs/secret-uses';
import { containerAt } from '../../contracts/place';
import type { PlacedSystem } from '../../contracts/placed';
import { isSource, roleOf, sourcesIn } from '../../contracts/plain';
import { onceFor } from '../../contracts/reading/once-for';

/** Under which name .env gives each secret that is used: the one `waybill secrets` reads, where a shell takes it. */
export const dotenvNames = onceFor((placed: PlacedSystem): ReadonlyMap<string, string> => {
  const uses = placed.containers.flatMap((container) =>
    Object.entries(container.given).flatMap(([variable, { value }]): SecretUse[] =>
      isSource(value) && value.secrecy === 'secret' ? [{ container, variable, value, object: '', key: variable }] : [],
    ),
  );
  const used = new Set(uses.flatMap(({ value }) => secretsOf(placed, value)));
  const names = new Map<string, string>();
  for (const secret of used) {
    const wanted = [...keysOfSecret(placed, uses, secret), `${placed.name}-${secret}`].map(asVariable);
    const free = wanted.find((name) => ![...names.values()].includes(name));
    names.set(secret, free ?? `${wanted[0]}_${names.size}`);
  }
  return names;
});
/** Interpolation knows letters, digits and underscores: `backend.API_KEY` is BACKEND_API_KEY there. */
const asVariable = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? key : key.replace(/\W+/g, '_').toUpperCase());

/** Secrets that a value comes down to, by name. */
export const secretsOf = (placed: PlacedSystem, value: Parameters<typeof sourcesIn>[0], seen = new Set<string>()): readonly string[] =>
  sourcesIn(value).flatMap((source): readonly string[] => {
    if (source.from === 'secret') return [source.secret];
    if (source.from !== 'variable') return [];
    const place = `${source.of[0]} ${source.variable}`;
    if (seen.has(place)) return [];
    seen.add(place);
    const next = containerAt(placed, roleOf(placed.system, source))?.given[source.variable];
    return next === undefined ? [] : secretsOf(placed, next.value, seen);
  });
