const WARNING = /299 [^ ]+ "((?:[^"\\]|\\.)*)"/g;
/** The texts in a Warning header, RFC 7234 §5.5: `299 - "text"`, several with commas between. */
export const warningsOf = (header: unknown): readonly string[] =>
  [...String(header ?? '').matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
