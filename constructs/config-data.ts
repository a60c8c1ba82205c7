import { byCodePoint } from '../contracts/finding';
import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import type { PlainContract } from '../contracts/plain';
import { type Because, rule, say, sayLazily } from './explained';
import { configuredVariables } from './to-kube-env';

type ConfigFile = NonNullable<PlainContract['files']>[string];
export interface GivenFile {
  readonly key: string;
  readonly file: ConfigFile;
  readonly at: string;
}

/** The files that are given here: optional ones where the target says so. */
export const givenFiles = ({ target }: PlacedSystem, { at, contract }: PlacedContainer): readonly GivenFile[] =>
  Object.entries(contract.files ?? {})
    .filter(([, { need }]) => need === 'required' || target.optionalFiles)
    .map(([key, file]) => ({ key, file, at: `${at}.files.${key}` }));

/** What the container's ConfigMap holds; no key: there is no ConfigMap. */
export const configData = (placed: PlacedSystem, container: PlacedContainer): Readonly<Record<string, Because<string>>> => {
  const variables = Object.entries(configuredVariables(placed, container)).map(
    ([name, { text, at }]) =>
      [name, sayLazily(text, () => [`${container.at}.env.${name}.source`, ...at(), rule('config-in-config-map')])] as const,
  );
  const files = givenFiles(placed, container).map(
    ({ key, file, at }) => [key, say(contentOf(file), `${at}.content`, ...whereOptional(placed, file))] as const,
  );
  return Object.fromEntries([...variables, ...files].sort(([a], [b]) => byCodePoint(a, b)));
};
const whereOptional = ({ target }: PlacedSystem, { need }: ConfigFile) => (need === 'optional' ? [`${target.name}.optionalFiles`] : []);

const contentOf = ({ content }: ConfigFile): string =>
  content.format === 'as it is'
    ? content.text
    : Object.entries(content.settings)
        .map(([name, value]) => `${name} = ${value}\n`)
        .join('');
