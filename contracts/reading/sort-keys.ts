/** Above this many, sorting by insertion costs more than what it saves. */
const FEW = 24;

/** Sorts keys in place by UTF-16 code unit, without the copies that `sort` makes: the keys of an object are few and nearly in order. True: they were in order. */
export const sortKeys = (keys: string[]): boolean => {
  let moved = false;
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index] as string;
    if ((keys[index - 1] as string) <= key) continue;
    moved = true;
    if (keys.length > FEW) {
      keys.sort();
      break;
    }
    let free = index;
    for (; free > 0 && (keys[free - 1] as string) > key; free--) keys[free] = keys[free - 1] as string;
    keys[free] = key;
  }
  return !moved;
};
export const keysInOrder = (record: object): readonly string[] => {
  const keys = Object.keys(record);
  sortKeys(keys);
  return keys;
};
