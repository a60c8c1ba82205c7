/** A value on one line: texts as they are where nothing is unclear, everything else as JSON. */
export const shownValue = (value: unknown): string =>
  typeof value === 'string' && /^\S(.*\S)?$/.test(value) && !/^["[{]|^(true|false|null|-?[\d.]+)$/.test(value)
    ? value
    : JSON.stringify(value);

export const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
