const LONGEST = 60;
/** A value of the author's inside a sentence: in quotes, and short. */
export const quote = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};
