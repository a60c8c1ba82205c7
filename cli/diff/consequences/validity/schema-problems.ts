import { quantityValue } from '../../compare/quantity';
import { isList, isObject, type Json, type JsonObject, textOf } from '../../json';
import { type Field, fieldsOf, typeOf } from '../../schema/fields';
import { type Problem, problem } from './problem';

/** Fields that the server's API does not have, and values of another type than it takes. Looks at the object as the author wrote it. */
export const schemaProblems = (object: JsonObject): readonly Problem[] => {
  const type = typeOf(textOf(object.apiVersion), textOf(object.kind));
  return type === undefined ? [] : inStruct(object, type, '', object.kind === 'StatefulSet');
};

const inStruct = (value: JsonObject, type: string, path: string, isSet: boolean): readonly Problem[] => {
  const fields = fieldsOf(type);
  if (fields === undefined) return [];
  const out: Problem[] = [];
  for (const [key, child] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    const field = fields.get(key);
    if (field === undefined) out.push(problem(here, `${here} is no field of the API`, 'correct the name, or remove it'));
    else out.push(...byVersion(field, here), ...inField(child, field, field.around, here, isSet));
  }
  for (const [key, { required, of, around }] of fields) {
    if (!required || (value[key] !== undefined && value[key] !== null) || OPTIONAL.has(`${type}.${key}`)) continue;
    if (around === '' && (of === 'i' || of === 'b')) continue;
    out.push({ ...problem(path, `${path === '' ? key : `${path}.${key}`} is missing`, 'add it'), ...sinceOf(path, isSet) });
  }
  return out;
};
/** What the documents call required and the server does not miss. */
const OPTIONAL = new Set(['rbac.v1.Role.rules']);
/** Before 1.34 the template of a StatefulSet was hardly looked at. */
const sinceOf = (path: string, isSet: boolean) => (isSet && path.startsWith('spec.template.') ? { since: 34 } : {});

const byVersion = ({ since, last }: Field, here: string): readonly Problem[] => [
  ...(since === undefined
    ? []
    : [{ ...problem(here, `${here} is no field of the API before 1.${since}`, 'remove it, or upgrade first'), until: since - 1 }]),
  ...(last === undefined ? [] : [{ ...problem(here, `${here} is no field of the API after 1.${last}`, 'remove it'), since: last + 1 }]),
];

const inField = (value: Json, field: Field, around: string, here: string, isSet: boolean): readonly Problem[] => {
  if (value === null || value === undefined) return [];
  if (around.startsWith('[')) {
    if (!isList(value)) return [problem(here, `${here} is no list`, 'write it as a list')];
    return value.flatMap((item, index) => inField(item, field, around.slice(1), `${here}[${labelOf(item, index)}]`, isSet));
  }
  if (around.startsWith('{')) {
    if (!isObject(value)) return [problem(here, `${here} is no map`, 'write keys and values')];
    return Object.entries(value).flatMap(([key, child]) => inField(child, field, around.slice(1), `${here}[${key}]`, isSet));
  }
  const wanted = WANTED[field.of];
  if (wanted === undefined) {
    if (field.of === '*') return [];
    return isObject(value) ? inStruct(value, field.of, here, isSet) : [problem(here, `${here} is no object`, 'write keys and values')];
  }
  if (!wanted.takes(value)) return [problem(here, `${here} is ${wanted.not}`, wanted.fix)];
  return field.values === undefined || value === '' || field.values.includes(textOf(value))
    ? []
    : [{ ...problem(here, `${textOf(value)} is no value for ${here}`, field.values.join(', ')), ...sinceOf(here, isSet) }];
};
const labelOf = (item: Json, index: number): string => (isObject(item) && typeof item.name === 'string' ? item.name : String(index));

interface Wanted {
  readonly takes: (value: Json) => boolean;
  readonly not: string;
  readonly fix: string;
}
const isText = (value: Json): boolean => typeof value === 'string';
const WANTED: Readonly<Record<string, Wanted>> = {
  s: { takes: isText, not: 'no text', fix: 'put it in quotes' },
  d: { takes: isText, not: 'no text', fix: 'put it in quotes' },
  t: { takes: isText, not: 'no time', fix: 'write it as 2006-01-02T15:04:05Z' },
  i: { takes: (value) => Number.isInteger(value), not: 'no whole number', fix: 'write it without quotes' },
  n: { takes: (value) => typeof value === 'number', not: 'no number', fix: 'write it without quotes' },
  b: { takes: (value) => typeof value === 'boolean', not: 'neither true nor false', fix: 'write it without quotes' },
  q: { takes: (value) => quantityValue(value) !== undefined, not: 'no amount', fix: 'write it as 250m or 128Mi' },
  x: {
    takes: (value) => isText(value) || Number.isInteger(value),
    not: 'neither a whole number nor text',
    fix: 'write a number or a name',
  },
};
