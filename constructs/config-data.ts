import type { PlacedContainer, PlacedSystem } from '../contracts/placed';
import type { PlainContract } from '../contracts/plain';
import { emptyTable } from '../contracts/reading/empty-table';
import { type Because, rule, say, sayLazily } from './explained';
import { onceInSystem } from './once-in-system';
import { configuredVariables } from './to-kube-env';

type ConfigFile = NonNullable<PlainContract['files']>[string];
export interface GivenFile {
  readonly key: string;
  readonly file: ConfigFile;
  readonly at: string;
}

/** The files that are given here: optional ones where the target says so. */
export const givenFiles = onceInSystem(({ target }, { at, contract }: PlacedContainer): readonly GivenFile[] =>
  Object.entries(contract.files ?? {})
    .filter(([, { need }]) => need === 'required' || target.optionalFiles)
    .map(([key, file]) => ({ key, file, at: `${at}.files.${key}` })),
);

/** What the container's ConfigMap holds; no key: there is no ConfigMap. */
export const configData = onceInSystem((placed, container: PlacedContainer): Readonly<Record<string, Because<string>>> => {
  const data = emptyTable<Because<string>>();
  for (const [name, { text, at }] of configuredVariables(placed, container))
    data[name] = sayLazily(text, () => [`${container.at}.env.${name}.source`, ...at(), rule('config-in-config-map')]);
  for (const { key, file, at } of givenFiles(placed, container))
    data[key] = say(contentOf(file), `${at}.content`, ...whereOptional(placed, file));
  return data;
});
const whereOptional = ({ target }: PlacedSystem, { need }: ConfigFile) => (need === 'optional' ? [`${target.name}.optionalFiles`] : []);

const contentOf = ({ content }: ConfigFile): string =>
  content.format === 'as it is'
    ? content.text
    : Object.entries(content.settings)
        .map(([name, value]) => `${name} = ${value}\n`)
        .join('');
