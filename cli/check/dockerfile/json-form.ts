/** The strings of the exec form; undefined: it is the shell form, which is what Docker takes anything else for. */
export const jsonForm = (text: string): readonly string[] | undefined => {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
};
