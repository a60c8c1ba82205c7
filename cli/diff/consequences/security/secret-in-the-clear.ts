import { at, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json';
import { isHidden } from '../../read/sensitive';
import type { Found, Rule } from '../rule';
import { containersOf, sidesOf } from '../sides';

export const secretInTheClear: Rule = {
  id: 'secret-in-the-clear',
  class: 'security',
  says: "A secret's value stands in a manifest: in a variable, an argument, a ConfigMap or a Secret that is committed.",
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (after === undefined) return [];
      const known = new Set(before === undefined ? [] : places(before).map(({ path, value }) => `${path}=${value}`));
      return places(after)
        .filter(({ path, value }) => !known.has(`${path}=${value}`))
        .map(({ path, what }) => ({
          object: pair.object,
          path,
          sentence: `${what} is written into the manifest; it is not shown here, but it is in the history of the repository`,
          cure: 'refer to a Secret that is not committed, and change the value: it is known now',
        }));
    }),
};
const places = (json: JsonObject): readonly { readonly path: string; readonly value: string; readonly what: string }[] => {
  if (json.kind === 'Secret') return listed(json, 'data', (key) => `the value of key ${key}`);
  if (json.kind === 'ConfigMap') return listed(json, 'data', (key) => `a secret in key ${key}`);
  return containersOf(json).flatMap(({ name, path, json: container }) => [
    ...listOf(container.env)
      .filter(isObject)
      .flatMap((entry) =>
        isHidden(entry.value)
          ? [{ path: `${path}.env[${textOf(entry.name)}]`, value: entry.value, what: `the value of ${textOf(entry.name)} for ${name}` }]
          : [],
      ),
    ...['command', 'args'].flatMap((list) =>
      listOf(container[list]).flatMap((word) =>
        isHidden(word) ? [{ path: `${path}.${list}`, value: word, what: `a secret in the ${list} of ${name}` }] : [],
      ),
    ),
  ]);
};
const listed = (json: JsonObject, field: string, what: (key: string) => string) =>
  Object.entries(objectOf(at(json, field))).flatMap(([key, value]) =>
    isHidden(value) ? [{ path: `${field}.${key}`, value, what: what(key) }] : [],
  );
