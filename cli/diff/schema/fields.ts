import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENUMS } from './enums';

/** What a field of the API holds. */
export interface Field {
  /** Its type and its name. */
  readonly id: string;
  /** s text, i whole number, n number, b boolean, q quantity, x number or text, t time, u time with six digits behind the seconds, d base64, * anything, else the name of a type. */
  readonly of: string;
  /** What stands around it, from the outside: [ a list, { a map. */
  readonly around: string;
  readonly required: boolean;
  /** The first and the last minor version of 1.x that has it; undefined: beyond those that are looked at. */
  readonly since: number | undefined;
  readonly last: number | undefined;
  readonly values: readonly string[] | undefined;
}
export type Fields = ReadonlyMap<string, Field>;

let lines: ReadonlyMap<string, string> | undefined;
/** Read when something has changed, and only the types that are asked about. */
const lineOf = (name: string): string | undefined => {
  lines ??= new Map(
    readFileSync(join(__dirname, 'fields.txt'), 'utf8')
      .split('\n')
      .map((line): [string, string] => {
        const end = line.includes(' = ') ? line.indexOf(' = ') : line.indexOf(' ');
        return [line.slice(0, end), line.slice(end + 1)];
      }),
  );
  return lines.get(name);
};

const known = new Map<string, Fields | undefined>();
export const fieldsOf = (type: string): Fields | undefined => {
  if (!known.has(type)) known.set(type, readFields(type));
  return known.get(type);
};
/** The type of an object; undefined for a kind that is not Kubernetes' own. */
export const typeOf = (apiVersion: string, kind: string): string | undefined => lineOf(`${apiVersion} ${kind}`)?.slice(2);

const readFields = (type: string): Fields | undefined => {
  const line = lineOf(type);
  return line === undefined || line.startsWith('= ') ? undefined : new Map(line.split(' ').map((text) => readField(type, text)));
};
const FIELD = /^(.+?):([[{]*)([^!@~]+)(!?)(?:@(\d+))?(?:~(\d+))?$/;
const readField = (type: string, text: string): [string, Field] => {
  const [, name = '', around = '', of = '*', required, since, last] = FIELD.exec(text) ?? [];
  const id = `${type}.${name}`;
  const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  return [name, { id, of, around, required: required === '!', since: number(since), last: number(last), values: ENUMS[id]?.split('|') }];
};
