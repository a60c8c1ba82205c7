/** A value at a place: `spec.containers[0].image`. */
export interface Field {
  readonly path: string;
  readonly value: unknown;
}

const CONTAINER_LISTS = ['containers', 'initContainers', 'ephemeralContainers'];

/**
 * The values that a path of the Pod Security Standards means in a pod. `[*]` is every entry of a list; `containers[*]` is every
 * container of any kind. A field that is not there is one value, `undefined`; an entry that is not there is none.
 */
export const fieldsOf = (pod: unknown, pattern: string): Field[] =>
  listPatterns(pattern).flatMap((each) => each.split('.').reduce<Field[]>(step, [{ path: '', value: pod }]));

const listPatterns = (pattern: string): string[] =>
  pattern.startsWith('spec.containers[*]') ? CONTAINER_LISTS.map((list) => pattern.replace('containers', list)) : [pattern];

const step = (found: Field[], part: string): Field[] =>
  found.flatMap((field) => (part.endsWith('[*]') ? entries(field, part.slice(0, -3)) : child(field, part)));

const child = ({ path, value }: Field, name: string): Field => ({
  path: path ? `${path}.${name}` : name,
  value: (value as Record<string, unknown> | null | undefined)?.[name] ?? undefined,
});

const entries = (parent: Field, name: string): Field[] => {
  const list = child(parent, name);
  if (list.value === undefined) return [];
  // What should be a list and is none is judged whole, so that it cannot slip through.
  if (!Array.isArray(list.value)) return [list];
  return list.value.map((value, index) => ({ path: `${list.path}[${index}]`, value }));
};
