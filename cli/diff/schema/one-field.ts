// biome-ignore lint/suspicious/noExplicitAny: a part of an OpenAPI document
type Schema = any;

/** `[core.Container!`: what a field holds, `!` where it must be there. fields.ts reads it. */
export const oneField = (schema: Schema, isRequired = false): string => `${typeText(schema)}${isRequired ? '!' : ''}`;

const typeText = (schema: Schema): string => {
  const ref: string | undefined = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (ref !== undefined) return SPECIAL[ref.split('.').at(-1) ?? ''] ?? ref.split('/').at(-1)?.split('.').slice(-3).join('.') ?? '*';
  if (schema.type === 'array') return `[${typeText(schema.items)}`;
  if (schema.type === 'object' && schema.additionalProperties !== undefined) return `{${typeText(schema.additionalProperties)}`;
  if (schema.type === 'string') return schema.enum === undefined ? (FORMATS[schema.format] ?? 's') : `s(${schema.enum.join('|')})`;
  return SCALARS[schema.type] ?? '*';
};
const SPECIAL: Readonly<Record<string, string>> = {
  Quantity: 'q',
  IntOrString: 'x',
  Time: 't',
  MicroTime: 'u',
  FieldsV1: '*',
  RawExtension: '*',
  JSON: '*',
  JSONSchemaPropsOrArray: '*',
  JSONSchemaPropsOrBool: '*',
  JSONSchemaPropsOrStringArray: '*',
};
const FORMATS: Readonly<Record<string, string>> = { byte: 'd', 'date-time': 't' };
const SCALARS: Readonly<Record<string, string>> = { integer: 'i', number: 'n', boolean: 'b' };
