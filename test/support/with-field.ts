/** A copy of an object in which one field has another value: `withField(pod, 'spec.containers.0.image', 'x')`; undefined removes it. */
export const withField = <T>(object: T, path: string, value: unknown): T => {
  const [head = '', ...rest] = path.split('.');
  const old = (object as Record<string, unknown> | undefined)?.[head];
  const child = rest.length > 0 ? withField(old ?? {}, rest.join('.'), value) : value;
  if (Array.isArray(object)) return object.toSpliced(Number(head), 1, child) as T;
  const { [head]: _, ...others } = (object ?? {}) as Record<string, unknown>;
  return (child === undefined ? others : { ...others, [head]: child }) as T;
};
