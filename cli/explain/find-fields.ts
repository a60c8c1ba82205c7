import type { TracedField } from './traced-field';

/** `containers[backend].env[PORT]` and `containers.backend.env.PORT` are one path. */
const flat = (path: string): string =>
  `.${path
    .replace(/^[….]+/, '')
    .replaceAll('[', '.')
    .replaceAll(']', '')}.`;

/** Fields at or below a path, or below its last parts: `resources`, `containers[backend].resources`, `limits.cpu`. */
export const findFields = (fields: readonly TracedField[], path: string): readonly TracedField[] => {
  const whole = fields.filter((field) => flat(field.path).startsWith(flat(path)));
  return whole.length > 0 ? whole : fields.filter((field) => flat(field.path).includes(flat(path)));
};

/** What a person could have meant: each part of each path, alone and with the two before it. */
export const fieldNames = (fields: readonly TracedField[]): readonly string[] => {
  const names = fields.flatMap(({ path }) => {
    const steps = path.match(/[^.[]+(\[[^\]]*\])*|\[[^\]]*\]/g) ?? [];
    return steps.flatMap((_, end) => [1, 2, 3].map((count) => steps.slice(Math.max(0, end + 1 - count), end + 1).join('.')));
  });
  return [...new Set(names)];
};
