import { type Field, fieldsOf, typeOf } from '../../../../cli/diff/schema/fields';
import type { Manifest } from '../object-change';
import type { Chance } from './chance';
import { valueFor } from './values';

/** A map or a list somewhere in an object, with what the API says about it. */
interface Place {
  readonly path: string;
  readonly value: Manifest;
  /** The type of its fields; undefined for lists, maps of free keys and what no table has. */
  readonly type: string | undefined;
  readonly field: Field | undefined;
}
const LEFT_ALONE = ['apiVersion', 'kind', 'status', 'metadata'];
/** Behind gates that some versions have switched off: they drop these without a word, and the rules know nothing of gates. */
const GATED = ['claims', 'resourceClaims', 'schedulingGroup', 'workloadRef', 'evictionResponders', 'scopeSelector'];
const OF_METADATA = ['labels', 'annotations'];

const placesIn = (value: Manifest, type: string | undefined, path: string, field?: Field, around = ''): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return [];
  const here: Place = { path, value, type: around === '' ? type : undefined, field };
  if (Array.isArray(value))
    return [here, ...value.flatMap((item, index) => placesIn(item, type, `${path}[${index}]`, field, around.slice(1)))];
  const fields = here.type === undefined ? undefined : fieldsOf(here.type);
  return [
    here,
    ...Object.entries(value).flatMap(([key, child]) => {
      if (path === '' && LEFT_ALONE.includes(key) && key !== 'metadata') return [];
      const one = fields?.get(key);
      return placesIn(child, one?.of ?? type, path === '' ? key : `${path}.${key}`, one ?? field, one?.around ?? around.slice(1));
    }),
  ];
};

/** Changes an object somewhere; says what was done. */
export const mutate = (object: Manifest, chance: Chance): string => {
  const places = placesIn(object, typeOf(object.apiVersion, object.kind), '').filter(
    ({ path }) => path !== 'metadata' || chance.below(3) === 0,
  );
  const { path, value, type, field } = chance.oneOf(places);
  if (Array.isArray(value)) return inList(path, value, field, chance);
  const fields = type === undefined ? undefined : fieldsOf(type);
  const free = Object.keys(value).filter(
    (key) => (path !== '' || !LEFT_ALONE.includes(key)) && (path !== 'metadata' || OF_METADATA.includes(key)),
  );
  const missing = [...(fields?.keys() ?? [])].filter(
    (key) => !(key in value) && key !== 'status' && !GATED.includes(key) && path !== 'metadata',
  );
  const [what] = [chance.below(10)];
  if (what < 4 && missing.length > 0) {
    const key = chance.oneOf(missing);
    value[key] = valueFor(key, fields?.get(key), undefined, chance);
    return `adds ${path}.${key}: ${JSON.stringify(value[key])}`;
  }
  if (free.length === 0) return 'nothing';
  const key = chance.oneOf(free);
  if (what < 6) {
    const old = JSON.stringify(value[key]);
    delete value[key];
    return `removes ${path}.${key}: ${old}`;
  }
  const scalar = Object.keys(value).filter((name) => free.includes(name) && typeof value[name] !== 'object');
  const chosen = scalar.length > 0 ? chance.oneOf(scalar) : key;
  const old = value[chosen];
  if (what === 9 && fields === undefined) {
    value.extra = alikeText(old);
    return `adds ${path}.extra: ${JSON.stringify(value.extra)}`;
  }
  if (chance.below(40) === 0) {
    value[`${chosen}s`] = old;
    delete value[chosen];
    return `misspells ${path}.${chosen}`;
  }
  value[chosen] = valueFor(chosen, typeof old === 'object' ? undefined : fields?.get(chosen), old, chance);
  return `sets ${path}.${chosen}: ${JSON.stringify(value[chosen])}`;
};
const alikeText = (old: unknown): unknown => (typeof old === 'object' ? 'x' : old);

const inList = (path: string, list: Manifest[], field: Field | undefined, chance: Chance): string => {
  switch (chance.below(5)) {
    case 0:
      list.reverse();
      return `turns ${path} round`;
    case 1:
      list.splice(chance.below(list.length), 1);
      return `takes one out of ${path}`;
    case 2:
    case 3: {
      const copy = structuredClone(chance.oneOf(list));
      if (typeof copy === 'object' && copy !== null && typeof copy.name === 'string' && chance.below(3) > 0) copy.name = `${copy.name}-2`;
      if (typeof copy === 'object' && copy !== null)
        for (const name of ['containerPort', 'port', 'mountPath', 'path', 'value', 'host'])
          if (name in copy && chance.below(2) === 0) copy[name] = valueFor(name, undefined, copy[name], chance);
      list.push(typeof copy === 'string' ? valueFor('', undefined, copy, chance) : copy);
      return `puts ${JSON.stringify(list.at(-1))} into ${path}`;
    }
    default: {
      const index = chance.below(list.length);
      if (typeof list[index] === 'object') return inList(path, list, field, chance);
      list[index] = valueFor('', undefined, list[index], chance);
      return `sets ${path}[${index}]: ${JSON.stringify(list[index])}`;
    }
  }
};
