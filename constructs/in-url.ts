/** A part of a composed value: literal text, or the value of a reference. */
export interface Part {
  readonly text: string;
  readonly isLiteral: boolean;
}
const PLACE = '\u0000';

/**
 * Puts the parts together. In a URL a reference's value is percent-encoded, so that an `@` in a password does not end it; the
 * host and port of an address stay as they are.
 */
export const joined = (parts: readonly Part[]): string => {
  const shape = parts.map(({ text, isLiteral }) => (isLiteral ? text : PLACE)).join('');
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(shape) ?? [];
  if (scheme === undefined) return parts.map(({ text }) => text).join('');
  const [authority = ''] = shape.slice(scheme.length).split(/[/?#]/);
  const host = { from: scheme.length + authority.lastIndexOf('@') + 1, to: scheme.length + authority.length };
  let at = 0;
  return parts
    .map(({ text, isLiteral }) => {
      const isAddress = at >= host.from && at < host.to;
      at += isLiteral ? text.length : PLACE.length;
      return isLiteral || isAddress ? text : encodeURIComponent(text);
    })
    .join('');
};
