/** Where a member's value stands in a JSON text, and where the member begins: at its key. */
export interface Span {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** The members of an object in a text that JSON.parse has taken, by name; `from` is where its brace stands. */
export const membersAt = (text: string, from: number): ReadonlyMap<string, Span> => {
  const members = new Map<string, Span>();
  let depth = 0;
  let key: { readonly name: string; readonly at: number } | undefined;
  let start = -1;
  const close = (end: number) => {
    if (key !== undefined && start !== -1) members.set(key.name, { key: key.at, start, end: text.slice(0, end).trimEnd().length });
    key = undefined;
    start = -1;
  };
  TOKEN.lastIndex = from;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [token] = found;
    if (depth === 1 && token === ',') close(found.index);
    else if (depth === 1 && token === '}') {
      close(found.index);
      return members;
    } else if (depth === 1 && key === undefined) key = { name: JSON.parse(token) as string, at: found.index };
    else if (depth === 1 && token !== ':' && start === -1) start = found.index;
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
  }
  return members;
};
