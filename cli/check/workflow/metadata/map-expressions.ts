/** Changes each `${{ … }}` of a text; what is not closed stays. */
export const mapExpressions = (text: string, change: (expression: string) => string): string => {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('${{', at);
    const end = start === -1 ? -1 : text.indexOf('}}', start + 3);
    if (end === -1) return parts.join('') + text.slice(at);
    parts.push(text.slice(at, start), change(text.slice(start, end + 2)));
    at = end + 2;
  }
};
