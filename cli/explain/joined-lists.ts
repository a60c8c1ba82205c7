import type { TracedField } from './traced-field';

const listOf = ({ path }: TracedField): string | undefined => /^(.*)\[\d+\]$/.exec(path)?.[1];

/** Words of one list that are there for the same reasons are one field: `command` is `["sleep","5"]`. */
export const joinedLists = (fields: readonly TracedField[]): readonly TracedField[] => {
  const joined: TracedField[] = [];
  for (const field of fields) {
    const path = listOf(field);
    const last = joined.at(-1);
    if (path === undefined) joined.push(field);
    else if (last?.path === path && haveSameReasons(last, field))
      joined.splice(-1, 1, { ...last, value: [...(last.value as unknown[]), field.value] });
    else if (last?.path === path) joined.push(field);
    else joined.push({ ...field, path, value: [field.value] });
  }
  return joined;
};
const haveSameReasons = (a: TracedField, b: TracedField): boolean =>
  a.reasons.length === b.reasons.length && a.reasons.every(({ at }, index) => at === b.reasons[index]?.at);
