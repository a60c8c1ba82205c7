import { quantityValue } from '../../compare/quantity';
import { isList, isObject, type Json, type JsonObject, textOf } from '../../json';
import { isBase64 } from '../../read/base64';
import { isHidden, isHiddenWell } from '../../read/sensitive';
import { type Field, fieldsOf, typeOf } from '../../schema/fields';
import { FORMATS, KEYS, NEEDED } from './field-formats';
import { type Problem, problem } from './problem';
import { STRUCT_CHECKS } from './struct-checks';

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
    // kubectl takes null for a field that is to go.
    if (field === undefined && child === null) continue;
    if (field === undefined) out.push(problem(here, `${here} is no field of the API`, 'correct the name, or remove it'));
    else if (child !== null) out.push(...byVersion(field, here), ...inField(child, field, field.around, here, isSet));
  }
  for (const [key, field] of fields) {
    if (!field.required || (value[key] !== undefined && value[key] !== null) || OPTIONAL.has(field.id)) continue;
    const here = path === '' ? key : `${path}.${key}`;
    if (field.around !== '' || field.of in WANTED) {
      // A number that is missing is 0.
      const isNumber = field.around === '' && (field.of === 'i' || field.of === 'b');
      if (!isNumber || FORMATS[field.id]?.fits(0) === false) out.push(missing(here, isSet));
    } else if (field.of !== '*') out.push(...inStruct({}, field.of, here, isSet));
  }
  for (const key of NEEDED[type] ?? []) if (textOf(value[key]) === '') out.push(missing(`${path}.${key}`, isSet));
  for (const [found, fix] of STRUCT_CHECKS[type]?.(value) ?? []) out.push({ ...problem(path, found, fix), ...sinceOf(path, isSet) });
  return out;
};
const missing = (here: string, isSet: boolean): Problem => ({ ...problem(here, `${here} is missing`, 'add it'), ...sinceOf(here, isSet) });
/** What the documents call required and the server does not miss. */
const OPTIONAL = new Set([
  'core.v1.HTTPHeader.value',
  'core.v1.Sysctl.value',
  'storage.v1.TokenRequest.audience',
  // Looked at with the rest of their struct.
  'admissionregistration.v1.MutatingWebhook.admissionReviewVersions',
  'admissionregistration.v1.ValidatingWebhook.admissionReviewVersions',
  'admissionregistration.v1.MutatingWebhook.sideEffects',
  'admissionregistration.v1.ValidatingWebhook.sideEffects',
  'rbac.v1.PolicyRule.verbs',
]);
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
    const keys = KEYS[field.id];
    const wrong = keys === undefined ? undefined : Object.keys(value).find((key) => !keys.fits(key));
    if (wrong !== undefined)
      return [{ ...problem(here, `${wrong} is no key for ${here}`, `use ${keys?.wanted}`), ...sinceOf(here, isSet) }];
    return Object.entries(value).flatMap(([key, child]) => inField(child, field, around.slice(1), `${here}[${key}]`, isSet));
  }
  const wanted = WANTED[field.of];
  if (wanted === undefined) {
    if (field.of === '*') return [];
    return isObject(value) ? inStruct(value, field.of, here, isSet) : [problem(here, `${here} is no object`, 'write keys and values')];
  }
  if (!wanted.takes(value)) return [problem(here, `${here} is ${wanted.not}`, wanted.fix)];
  const late = field.values?.find((one) => one.startsWith(`${textOf(value)}@`))?.split('@')[1];
  if (late !== undefined)
    return [{ ...problem(here, `${textOf(value)} is no value for ${here} before 1.${late}`, 'upgrade first'), until: Number(late) - 1 }];
  const wrong = wrongValue(value, field);
  return wrong === undefined ? [] : [{ ...problem(here, `${textOf(value)} is no value for ${here}`, wrong), ...sinceOf(here, isSet) }];
};
/** What it must be, when it is not. */
const wrongValue = (value: Json, { id, values }: Field): string | undefined => {
  if (values !== undefined && value !== '' && !values.includes(textOf(value))) return `use ${values.join(', ')}`;
  const format = FORMATS[id];
  return format === undefined || format.fits(value) ? undefined : `use ${format.wanted}`;
};
const labelOf = (item: Json, index: number): string => (isObject(item) && typeof item.name === 'string' ? item.name : String(index));

interface Wanted {
  readonly takes: (value: Json) => boolean;
  readonly not: string;
  readonly fix: string;
}
/** The mark of a secret's value says whether the server could read it. */
const isText = (value: Json): boolean => typeof value === 'string' && (!isHidden(value) || isHiddenWell(value));
const isTime = (value: Json): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value);
const isMicroTime = (value: Json): boolean => isTime(value) && /:\d\d\.\d{6}(?:Z|[+-])/.test(textOf(value));
const WANTED: Readonly<Record<string, Wanted>> = {
  s: { takes: isText, not: 'no text', fix: 'put it in quotes' },
  d: { takes: (value) => isText(value) && (isHidden(value) || isBase64(textOf(value))), not: 'no base64', fix: 'encode it' },
  t: { takes: isTime, not: 'no time', fix: 'write it as 2006-01-02T15:04:05Z' },
  u: { takes: isMicroTime, not: 'no time', fix: 'write it as 2006-01-02T15:04:05.000000Z' },
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
