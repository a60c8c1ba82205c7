import { holdsSecret } from '../diff/read/sensitive';

/** TypeScript that is yet to be written down. */
export type Code =
  | { readonly raw: string }
  | { readonly call: string; readonly given: readonly Code[] }
  | { readonly fields: readonly (readonly [string, Code])[] }
  | { readonly items: readonly Code[] };

const WIDTH = 140;
/** Invisible characters and those that turn the direction of writing: a reader must see what stands there. */
const UNSEEN = /[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

export const raw = (text: string | number): Code => ({ raw: String(text) });
export const call = (name: string, ...given: readonly Code[]): Code => ({ call: name, given });
export const list = (items: readonly Code[]): Code => ({ items });
/** A string literal, whatever the text is made of; a password in an address is not taken over. */
export const text = (value: string): Code => {
  const inside = JSON.stringify(withoutSecrets(value)).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return raw(`'${inside.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`);
};
/** An object literal. Without what is undefined, and without the one key that would be no key. */
export const fields = (of: Readonly<Record<string, Code | undefined>>): Code => ({
  fields: Object.entries(of).flatMap(([name, code]): (readonly [string, Code])[] =>
    code === undefined || name === '__proto__' ? [] : [[name, code]],
  ),
});
export const words = (of: readonly string[]): Code => list(of.map(text));

const withoutSecrets = (value: string) =>
  holdsSecret(value)
    ? value.replace(/(:\/\/[^\s:/@]*:)[^\s/@]+@/g, '$1***@').replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g, '***')
    : value;
/** Only the owner knows. */
export const ask = (question: string, example: Code): Code => call('owner', text(question), fields({ example }));

const keyOf = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : (text(name) as { raw: string }).raw);

/** On one line where it fits, otherwise each part on its own. */
export const print = (code: Code, indent = '', taken = 0): string => {
  if ('raw' in code) return code.raw;
  const short = onOneLine(code);
  if (indent.length + taken + short.length <= WIDTH && !('fields' in code && code.fields.length > 3)) return short;
  const deeper = `${indent}  `;
  const lines = (parts: readonly string[], [open, close]: readonly [string, string]) =>
    parts.length === 0 ? `${open}${close}` : `${open}\n${parts.map((part) => `${deeper}${part},\n`).join('')}${indent}${close}`;
  if ('fields' in code) {
    return lines(
      code.fields.map(([name, value]) =>
        'raw' in value && value.raw === name ? name : `${keyOf(name)}: ${print(value, deeper, keyOf(name).length + 3)}`,
      ),
      ['{', '}'],
    );
  }
  const last = 'call' in code ? code.given.at(-1) : undefined;
  if ('call' in code && last !== undefined && 'fields' in last) {
    const before = code.given.slice(0, -1).map((part) => `${onOneLine(part)}, `);
    return `${code.call}(${before.join('')}${print(last, indent, taken)})`;
  }
  const parts = ('items' in code ? code.items : code.given).map((part) => print(part, deeper, 1));
  return 'items' in code ? lines(parts, ['[', ']']) : `${code.call}${lines(parts, ['(', ')'])}`;
};
const onOneLine = (code: Code): string => {
  if ('raw' in code) return code.raw;
  if ('items' in code) return `[${code.items.map(onOneLine).join(', ')}]`;
  if ('call' in code) return `${code.call}(${code.given.map(onOneLine).join(', ')})`;
  const parts = code.fields.map(([name, value]) => ('raw' in value && value.raw === name ? name : `${keyOf(name)}: ${onOneLine(value)}`));
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
};
/** The functions that the code calls. */
export const callsIn = (code: Code): readonly string[] => {
  if ('raw' in code) return [];
  const parts = 'call' in code ? code.given : 'items' in code ? code.items : code.fields.map(([, value]) => value);
  return [...('call' in code ? [code.call] : []), ...parts.flatMap(callsIn)];
};
