/** The strings of the exec form; undefined: it is the shell form, which is what Docker takes anything else for. */
export const jsonForm = (text: string): readonly string[] | undefined => {
  const list = listIn(text);
  return list?.every((item): item is string => typeof item === 'string') ? list : undefined;
};
/** A list with anything but strings in it is neither form: BuildKit refuses the file. */
export const isBrokenList = (text: string): boolean => listIn(text)?.some((item) => typeof item !== 'string') ?? false;

const listIn = (text: string): readonly unknown[] | undefined => {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
