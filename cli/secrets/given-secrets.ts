import { keysOfSecret } from '../../constructs/keys-of-secret';
import type { SecretUse } from '../../constructs/secret-uses';
import type { Finding } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import { sourcesIn } from '../../contracts/plain';
import type { SecretOrigin } from '../../contracts/secrets';

/** The value of each secret of a system, by the secret's name: one for the whole run. */
export interface GivenSecrets {
  readonly values: ReadonlyMap<string, string>;
  /** Keys of the env file that each may be given under, also of those without a value. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Names of those that were made now. */
  readonly generated: readonly string[];
  readonly findings: readonly Finding[];
}
type Generate = (length: number) => string;

/** The env file's value, else a generated one where the system owns the secret. */
export const givenSecrets = (
  placed: PlacedSystem,
  uses: readonly SecretUse[],
  env: ReadonlyMap<string, string>,
  generate: Generate,
): GivenSecrets => {
  const [values, keys] = [new Map<string, string>(), new Map<string, readonly string[]>()];
  const [generated, findings]: [string[], Finding[]] = [[], []];
  for (const [name, origin] of Object.entries(placed.system.secrets)) {
    if (!isUsed(placed, uses, name)) continue;
    const accepted = keysOfSecret(placed, uses, name);
    keys.set(name, accepted);
    const given = accepted.filter((key) => env.has(key));
    const [value, ...others] = new Set(given.map((key) => env.get(key) ?? ''));
    const problem = (found: string, fix: string) =>
      findings.push({ at: `${placed.name}.secrets.${name}`, found, fix, rule: 'secrets-are-given' });
    if (others.length > 0) problem(`${given.join(' and ')} give it different values`, 'keep one of them in the env file');
    else if (value === '') problem(`${given[0]} is empty: ${origin.description}`, howToGive(accepted, origin));
    else if (value !== undefined) values.set(name, value);
    else if (origin.origin === 'generated') {
      values.set(name, generate(origin.length));
      generated.push(name);
    } else problem(`${accepted[0]} is missing: ${origin.description}`, howToGive(accepted, origin));
  }
  return { values, keys, generated, findings };
};

const isUsed = (placed: PlacedSystem, uses: readonly SecretUse[], name: string): boolean => {
  const given = [
    ...uses.map(({ value }) => value),
    ...placed.containers.flatMap((one) => Object.values(one.given).map(({ value }) => value)),
  ];
  return given.flatMap(sourcesIn).some((source) => source.from === 'secret' && source.secret === name);
};
const howToGive = ([key]: readonly string[], origin: SecretOrigin): string =>
  origin.origin === 'generated'
    ? `write a value behind ${key}=, or remove the line: a new value is made`
    : `write a line ${key}=… into a file that git ignores, and pass it with --env-file${origin.example === undefined ? '' : `; for example ${key}='${origin.example}'`}`;
