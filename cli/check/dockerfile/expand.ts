/** What is known of a variable; no value: it is set, and to what is known only while the image is built. */
export interface Known {
  readonly kind: 'ARG' | 'ENV';
  readonly value?: string;
  readonly line: number;
}
export type Variables = ReadonlyMap<string, Known>;
/** A `$NAME` or `${NAME…}` that a builder replaces. */
export interface Use {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly operator?: string;
  readonly word?: string;
}
const USE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?]|##?|%%?|\/\/?)((?:[^{}\\]|\\.|\{[^{}]*\})*))?\})/y;

/** Uses outside single quotes and not behind an escape. */
export const usesIn = (text: string, escapes: string, quotes: 'quotes' | 'no quotes' = 'quotes'): readonly Use[] => {
  const uses: Use[] = [];
  let isSingle = false;
  let isDouble = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === escapes && !isSingle) at += 1;
    else if (quotes === 'quotes' && character === "'" && !isDouble) isSingle = !isSingle;
    else if (quotes === 'quotes' && character === '"' && !isSingle) isDouble = !isDouble;
    else if (character === '$' && !isSingle) {
      USE.lastIndex = at;
      const match = USE.exec(text);
      if (match === null) continue;
      const [whole, plain, braced, operator, word] = match;
      uses.push({
        name: (plain ?? braced) as string,
        offset: at,
        length: whole.length,
        ...(operator === undefined ? {} : { operator, word: word ?? '' }),
      });
      at += whole.length - 1;
    }
  }
  return uses;
};

/** The text with its variables replaced; undefined: one of them is not known from here. */
export const expand = (text: string, variables: Variables, escapes: string): string | undefined => {
  let out = '';
  let from = 0;
  for (const { name, offset, length, operator, word = '' } of usesIn(text, escapes)) {
    const known = variables.get(name);
    const value = replaced(known, operator, word, variables, escapes);
    if (value === undefined) return undefined;
    out += text.slice(from, offset) + value;
    from = offset + length;
  }
  return out + text.slice(from);
};
const replaced = (known: Known | undefined, operator: string | undefined, word: string, variables: Variables, escapes: string) => {
  const value = known?.value;
  if (operator === undefined) return value;
  // What the base image sets is not known, so a default may or may not hold; of an ARG the Dockerfile decides.
  if (operator.endsWith('-')) return known === undefined ? undefined : (value ?? expand(word, variables, escapes));
  if (operator.endsWith('+'))
    return value === undefined ? undefined : value === '' && operator === ':+' ? '' : expand(word, variables, escapes);
  return operator.endsWith('?') ? value : undefined;
};
