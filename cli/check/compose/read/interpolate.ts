import { HOLE } from './node';

/** Undefined: nobody here knows it. */
export type Lookup = (name: string) => string | undefined;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /:?[-+?]/y;
const DEEPEST = 40;

/** A text with its variables put in, HOLE for what is not known; undefined: docker compose would refuse it. */
export const interpolate = (template: string, lookup: Lookup, depth = 0): string | undefined => {
  let out = '';
  let at = 0;
  for (;;) {
    const dollar = template.indexOf('$', at);
    if (dollar === -1) return out + template.slice(at);
    out += template.slice(at, dollar);
    const next = template[dollar + 1];
    if (next === '$') {
      out += '$';
      at = dollar + 2;
      continue;
    }
    const inBraces = next === '{';
    // A $ that begins nothing stays as it is.
    if (!inBraces && !/[A-Za-z_]/.test(next ?? '')) {
      out += '$';
      at = dollar + 1;
      continue;
    }
    NAME.lastIndex = dollar + (inBraces ? 2 : 1);
    const name = NAME.exec(template)?.[0];
    if (name === undefined) return undefined;
    if (!inBraces) {
      out += lookup(name) ?? HOLE;
      at = NAME.lastIndex;
      continue;
    }
    const end = closing(template, dollar);
    if (end === undefined || depth > DEEPEST) return undefined;
    OPERATOR.lastIndex = NAME.lastIndex;
    const operator = NAME.lastIndex === end ? '' : OPERATOR.exec(template)?.[0];
    if (operator === undefined) return undefined;
    const other = interpolate(template.slice(NAME.lastIndex + operator.length, end), lookup, depth + 1);
    if (other === undefined) return undefined;
    out += chosen(lookup(name), operator, other);
    at = end + 1;
  }
};
const chosen = (value: string | undefined, operator: string, other: string): string => {
  // With a colon, empty counts as unset.
  const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'));
  if (operator.endsWith('-')) return isSet ? value : other;
  if (operator.endsWith('+')) return isSet ? other : value === undefined ? HOLE : '';
  return isSet ? value : HOLE;
};
const closing = (template: string, from: number): number | undefined => {
  let open = 0;
  for (let i = from + 1; i < template.length; i += 1) {
    if (template[i] === '{') open += 1;
    else if (template[i] === '}') {
      open -= 1;
      if (open === 0) return i;
    }
  }
  return undefined;
};
