import { isDeepStrictEqual } from 'node:util';
import type { Versions } from '../../contracts/target';
import { membersAt } from './json-spans';

export interface Version {
  readonly tag: string;
  readonly digest?: string;
}
export type Versioned = ReadonlyMap<string, Version>;

/** What versions.json comes to. */
export const withVersions = (versions: Versions, target: string, changes: Versioned): Versions => ({
  ...versions,
  [target]: { ...versions[target], ...Object.fromEntries(changes) },
});

/** Its text with these entries changed and every other byte as it was. */
export const editVersions = (text: string, target: string, changes: Versioned): string => {
  const edited = [...changes].reduce((before, [image, version]) => withEntry(before, target, image, version), text);
  if (!isDeepStrictEqual(JSON.parse(edited), withVersions(JSON.parse(text) as Versions, target, changes)))
    throw new Error('versions.json would not say what was meant');
  return edited;
};

const withEntry = (text: string, target: string, image: string, version: Version): string => {
  const root = text.indexOf('{');
  const place = membersAt(text, root).get(target);
  if (place === undefined) {
    const line = lineBefore(text, root);
    return inserted(text, root, target, `{${line}  ${JSON.stringify(image)}: ${written(version, '{ "": "" }')}${line}}`);
  }
  const entries = membersAt(text, place.start);
  const entry = entries.get(image);
  if (entry !== undefined) return text.slice(0, entry.start) + written(version, text.slice(entry.start, entry.end)) + text.slice(entry.end);
  const last = [...entries.values()].at(-1);
  return inserted(text, place.start, image, written(version, last === undefined ? '{ "": "" }' : text.slice(last.start, last.end)));
};
/** A member more, behind the last one and laid out as that is. */
const inserted = (text: string, brace: number, name: string, value: string): string => {
  const members = [...membersAt(text, brace).values()];
  const [last] = members.slice(-1);
  const colon = /^"(?:[^"\\]|\\.)*"\s*:\s*/.exec(text.slice(last?.key ?? brace))?.[0].replace(/^"(?:[^"\\]|\\.)*"/, '') ?? ': ';
  const member = `${JSON.stringify(name)}${colon}${value}`;
  if (last === undefined) return `${text.slice(0, brace + 1)}${lineBefore(text, brace)}${member}${closing(text, brace)}`;
  return `${text.slice(0, last.end)},${gapBefore(text, last.key)}${member}${text.slice(last.end)}`;
};
const gapBefore = (text: string, at: number): string => /\s*$/.exec(text.slice(0, at))?.[0] ?? '';
/** The line break and indentation of an object's members. */
const lineBefore = (text: string, brace: number): string => {
  const [first] = membersAt(text, brace).values();
  if (first !== undefined) return gapBefore(text, first.key);
  return `\n${/(?<=^|\n)[ \t]*(?=[^\n]*$)/.exec(text.slice(0, brace))?.[0] ?? ''}  `;
};
const closing = (text: string, brace: number): string => `${lineBefore(text, brace).slice(0, -2)}${text.slice(brace + 1).trimStart()}`;

/** An entry, laid out as another one. */
const written = ({ tag, digest }: Version, like: string): string => {
  const open = /^\{(\s*)/.exec(like)?.[1] ?? ' ';
  const close = /(\s*)\}$/.exec(like)?.[1] ?? ' ';
  const colon = /^\{\s*"(?:[^"\\]|\\.)*"(\s*:\s*)/.exec(like)?.[1] ?? ': ';
  const members = Object.entries({ tag, ...(digest === undefined ? {} : { digest }) }).map(
    ([key, value]) => `${JSON.stringify(key)}${colon}${JSON.stringify(value)}`,
  );
  return `{${open}${members.join(`,${open === '' && colon.endsWith(' ') ? ' ' : open}`)}${close}}`;
};
