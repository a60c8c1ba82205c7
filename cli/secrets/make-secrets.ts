import { composedValue } from '../../constructs/composed-value';
import { plain } from '../../constructs/explained';
import { metadataOf } from '../../constructs/metadata';
import { pullFrom } from '../../constructs/pull-from';
import { type SecretContent, secretContents } from '../../constructs/secret-contents';
import { type SecretUse, secretBehind, secretUses } from '../../constructs/secret-uses';
import { byPlace, type Finding } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import { sourcesIn } from '../../contracts/plain';
import { findingsOf } from '../../contracts/rule';
import { type GivenSecrets, givenSecrets } from './given-secrets';
import { isFinding, pullCredentials } from './pull-credentials';
import { VALUE_RULES } from './rules';
import type { SecretManifest } from './secret-manifest';
import { toPullSecret } from './to-pull-secret';

export interface Wish {
  readonly env: ReadonlyMap<string, string>;
  /** Whether the Secret with which images are pulled is wanted too. */
  readonly pullSecret: boolean;
  /** Makes a new value of so many characters. */
  readonly generate: (length: number) => string;
}
export interface Made {
  /** None as soon as there is a finding. */
  readonly manifests: readonly SecretManifest[];
  readonly findings: readonly Finding[];
  readonly given: GivenSecrets;
  readonly uses: readonly SecretUse[];
}

/** The Secrets that the manifests of a system refer to, from what is given and what is made now. */
export const makeSecrets = (placed: PlacedSystem, { env, pullSecret, generate }: Wish): Made => {
  const uses = secretUses(placed);
  const given = givenSecrets(placed, uses, env, generate);
  const pull = pullSecret && pullFrom(placed) !== undefined ? pullCredentials(placed, env) : undefined;
  const findings = [
    ...given.findings,
    ...uses.flatMap((use) => problemsOf(placed, use, given)),
    ...(pull !== undefined && isFinding(pull) ? [pull] : []),
  ].toSorted(byPlace);
  const manifests = findings.length > 0 ? [] : secretContents(placed, uses).map((content) => toSecret(placed, content, given));
  const pulling = pull === undefined || isFinding(pull) || findings.length > 0 ? [] : [toPullSecret(placed, pull)];
  return { manifests: [...manifests, ...pulling], findings, given, uses };
};

const problemsOf = (placed: PlacedSystem, use: SecretUse, { values, keys }: GivenSecrets): readonly Finding[] => {
  const at = `${placed.name}.given.${use.container.role}.${use.variable}`;
  if (sourcesIn(use.value).some(({ from }) => from === 'own')) {
    const fix = 'compose it in the container’s own start, from a variable that holds the fact and one that holds the secret';
    return [{ at, found: 'only the running copy knows a part of it, so no Secret can hold it', fix, rule: 'secrets-hold-no-own-facts' }];
  }
  const value = composedValue(placed, use.container, use.value, values);
  if (value === undefined) return [];
  const name = secretBehind(placed, use.value);
  const origin = name === undefined ? undefined : placed.system.secrets[name];
  const beside = (variable: string) => {
    const other = use.container.given[variable];
    return other === undefined ? undefined : composedValue(placed, use.container, other.value, values);
  };
  const key = keys.get(name ?? '')?.[0] ?? use.variable;
  return findingsOf(VALUE_RULES, { placed, use, value, key, beside, ...(origin === undefined ? {} : { origin }) });
};

const toSecret = (placed: PlacedSystem, { container, object, uses, form }: SecretContent, { values }: GivenSecrets): SecretManifest => {
  const entries = uses.map(({ key, value, calling = placed }) => [key, composedValue(calling, container, value, values) ?? ''] as const);
  const metadata = plain(metadataOf(placed, container, object)) as SecretManifest['metadata'];
  const binary = entries.filter(([, value]) => !isPlainText(value)).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
  const texts = entries.filter(([, value]) => isPlainText(value));
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { ...metadata, labels: { ...metadata.labels, ...form?.labels } },
    type: form?.type ?? 'Opaque',
    ...(binary.length === 0 ? {} : { data: Object.fromEntries(binary) }),
    ...(texts.length === 0 ? {} : { stringData: Object.fromEntries(texts) }),
  };
};
/** YAML readers disagree about everything else: some fold U+0085 into a space. */
const isPlainText = (value: string): boolean => /^[\t\n\x20-\x7e]*$/.test(value);
