import { isList, isObject, type Json, type JsonObject, objectOf } from '../json';
import { isBase64 } from './base64';
import { hasSecretLine, hidden, hiddenFlaw, holdsSecret, isSecretPair } from './sensitive';

/** The object without a value of any secret: nothing behind this could show one. */
export const hideSecrets = (object: JsonObject): JsonObject => {
  if (object.kind === 'Secret' && (object.apiVersion === 'v1' || object.apiVersion === undefined)) return hiddenSecret(object);
  if (object.kind === 'ConfigMap') return { ...object, ...hiddenData(object) };
  return hiddenWithin(object) as JsonObject;
};

/** As bytes, so that the same value in data and in stringData is the same. What is no base64 is taken as it stands. */
const hiddenSecret = ({ data, stringData, metadata, ...rest }: JsonObject): JsonObject => ({
  ...rest,
  metadata: withoutCopies(metadata),
  ...(isObject(data) ? { data: mapped(data, (_, value) => hiddenBytes(value)) } : {}),
  ...(isObject(stringData)
    ? {
        stringData: mapped(stringData, (_, value) =>
          (isText(value) ? hidden : hiddenFlaw)(Buffer.from(String(value ?? '')).toString('latin1')),
        ),
      }
    : {}),
});
const isText = (value: Json): boolean => typeof value === 'string' || value === null;
const hiddenBytes = (value: Json): string => {
  const fits = isText(value) && isBase64(String(value ?? ''));
  return (fits ? hidden : hiddenFlaw)(Buffer.from(String(value ?? ''), 'base64').toString('latin1'));
};
/** kubectl apply keeps a copy of what it was given in an annotation, values and all. */
const withoutCopies = (metadata: Json): Json => {
  const own = objectOf(metadata);
  if (own.annotations === undefined) return metadata;
  return { ...own, annotations: mapped(objectOf(own.annotations), (_, value) => (String(value).length > 200 ? hidden(value) : value)) };
};
const hiddenData = (object: JsonObject): JsonObject =>
  isObject(object.data)
    ? {
        data: mapped(object.data, (key, value) =>
          typeof value === 'string' && (isSecretPair(key, value) || hasSecretLine(value)) ? hidden(value) : value,
        ),
      }
    : {};

const hiddenWithin = (value: Json): Json => {
  if (isList(value)) {
    let same = true;
    const out = value.map((item) => {
      const kept = hiddenWithin(item);
      if (kept !== item) same = false;
      return kept;
    });
    return same ? value : out;
  }
  if (typeof value === 'string') return value.length > 8 && holdsSecret(value) ? hidden(value) : value;
  if (!isObject(value)) return value;
  if (typeof value.name === 'string' && typeof value.value === 'string' && isSecretPair(value.name, value.value)) {
    return { ...value, value: hidden(value.value) };
  }
  return hiddenFields(value);
};
const hiddenFields = (value: JsonObject): JsonObject => {
  let copy: Record<string, Json> | undefined;
  for (const key of Object.keys(value)) {
    const kept = hiddenWithin(value[key]);
    if (kept === value[key]) continue;
    copy ??= { ...value };
    copy[key] = kept;
  }
  return copy ?? value;
};
const mapped = (map: JsonObject, make: (key: string, value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, make(key, value)]));
