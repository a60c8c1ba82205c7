import { decode } from '../../dockerfile/decode';
import type { ToldVariable } from './compose-service';
import type { Lookup } from './interpolate';
import { isKnown, type MapNode, type Place, valueAt } from './node';
import { readDotenv } from './read-dotenv';
import type { Reading } from './reading';
import { Refusal } from './refusal';
import { isAddress } from './resolved-path';
import { textsIn } from './texts-in';
import type { FromFiles } from './to-service';

/** What env files give, as variables of a container and as what others are made of. */
export interface Dotenv {
  readonly lookup: Lookup;
  readonly values: FromFiles['values'];
  readonly isOpen: boolean;
}
/** What env files give on top of what is known already: the machine's own word wins. */
export const dotenvLookup = (paths: readonly string[], outer: Lookup, reading: Reading): Dotenv => {
  const values = new Map<string, { readonly at: Place; readonly value: string }>();
  let isOpen = false;
  for (const path of paths) {
    if (!isKnown(path) || isAddress(path)) {
      isOpen = true;
      continue;
    }
    const bytes = reading.bytes(path);
    if (bytes === 'outside')
      throw new Refusal(`the env file ${path} lies outside the folder that is looked at`, 'run it from the folder that holds both');
    const text = typeof bytes === 'string' ? undefined : decode(bytes);
    const entries = typeof text === 'string' ? readDotenv(text, (name) => values.get(name)?.value ?? outer(name)) : undefined;
    if (entries === undefined) isOpen = true;
    for (const [name, { value, line }] of entries ?? []) values.set(name, { at: { file: path, line, column: 1 }, value });
  }
  return { lookup: (name) => outer(name) ?? values.get(name)?.value, values, isOpen };
};
export const filesOf = (service: MapNode, lookup: Lookup, reading: Reading): FromFiles => {
  const said = valueAt(service, 'env_file');
  if (said?.kind !== 'list') return { values: new Map(), isOpen: false };
  const values = new Map<string, ToldVariable>();
  let isOpen = false;
  for (const item of said.items) {
    const [path] = textsIn(valueAt(item, 'path'));
    if (path === undefined) continue;
    const isOptional = textsIn(valueAt(item, 'required'))[0]?.text === 'false';
    const isRaw = textsIn(valueAt(item, 'format'))[0] !== undefined;
    const file = dotenvLookup([path.text], (name) => lookup(name) ?? values.get(name)?.value, reading);
    isOpen ||= isRaw || (file.isOpen && !isOptional);
    // A value is found where the file is named: the file itself may hold secrets of one machine.
    if (!isRaw) for (const [name, { value }] of file.values) values.set(name, { at: path.at, value, isMade: true });
  }
  return { values, isOpen };
};
