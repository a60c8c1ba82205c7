import { ANYTHING, joined, knownText, type Parts } from './parts';

/** What an expression comes to; undefined: known when it runs. */
export type Value = string | number | boolean | null | { readonly parts: Parts };
export type Lookup = (path: readonly string[]) => Value;

const UNKNOWN: Value = { parts: [ANYTHING] };
const isMade = (value: Value): value is { readonly parts: Parts } => typeof value === 'object' && value !== null;
export const toParts = (value: Value): Parts => (isMade(value) ? value.parts : value === null ? [] : joined([String(value)]));
const plain = (value: Value): string | number | boolean | null | undefined => (isMade(value) ? knownText(value.parts) : value);
/** Undefined: not known. */
export const truthOf = (value: Value): boolean | undefined => {
  const known = plain(value);
  return known === undefined ? undefined : known !== '' && known !== 0 && known !== false && known !== null;
};

type Token = { readonly kind: 'text' | 'number' | 'word' | 'sign' | 'end'; readonly text: string };
const TOKEN = /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_][\w-]*)|(&&|\|\||==|!=|<=|>=|[<>!()[\].,*]))/y;
const LONGEST = 2000;
const tokensOf = (source: string): readonly Token[] | undefined => {
  if (source.length > LONGEST) return undefined;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const found = TOKEN.exec(source);
    if (found === null) return undefined;
    const [, text, number, word, sign] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign as string });
  }
  return tokens;
};

const DEEPEST = 40;
class Unreadable extends Error {}

/** Evaluates what stands between `${{` and `}}` as far as it can be known. */
export const evaluate = (source: string, lookup: Lookup): Value => {
  const tokens = tokensOf(source);
  if (tokens === undefined) return UNKNOWN;
  let at = 0;
  let depth = 0;
  const peek = (): Token => tokens[at] ?? { kind: 'end', text: '' };
  const isSign = (...signs: readonly string[]): boolean => peek().kind === 'sign' && signs.includes(peek().text);
  const take = (sign: string): void => {
    if (!isSign(sign)) throw new Unreadable();
    at += 1;
  };
  const or = (): Value => {
    if (++depth > DEEPEST) throw new Unreadable();
    let left = and();
    while (isSign('||')) {
      at += 1;
      const right = and();
      const truth = truthOf(left);
      left = truth === undefined ? eitherOf(left, right) : truth ? left : right;
    }
    depth -= 1;
    return left;
  };
  const and = (): Value => {
    let left = compared();
    while (isSign('&&')) {
      at += 1;
      const right = compared();
      const truth = truthOf(left);
      left = truth === undefined ? (truthOf(right) === false ? right : UNKNOWN) : truth ? right : left;
    }
    return left;
  };
  const compared = (): Value => {
    const left = negated();
    if (!isSign('==', '!=', '<', '>', '<=', '>=')) return left;
    const sign = peek().text;
    at += 1;
    const right = negated();
    if (sign !== '==' && sign !== '!=') return UNKNOWN;
    const same = equal(left, right);
    return same === undefined ? UNKNOWN : same === (sign === '==');
  };
  const negated = (): Value => {
    if (!isSign('!')) return primary();
    at += 1;
    if (++depth > DEEPEST) throw new Unreadable();
    const truth = truthOf(negated());
    depth -= 1;
    return truth === undefined ? UNKNOWN : !truth;
  };
  const primary = (): Value => {
    const { kind, text } = peek();
    if (isSign('(')) {
      at += 1;
      const inner = or();
      take(')');
      return inner;
    }
    at += 1;
    if (kind === 'text') return text;
    if (kind === 'number') return Number(text);
    if (kind !== 'word') throw new Unreadable();
    if (isSign('(')) return called(text);
    if (text === 'true' || text === 'false') return text === 'true';
    if (text === 'null') return null;
    return lookedUp(text);
  };
  const called = (name: string): Value => {
    take('(');
    const given: Value[] = [];
    while (!isSign(')')) {
      given.push(or());
      if (!isSign(')')) take(',');
    }
    take(')');
    let isPath = false;
    while (isSign('.', '[')) {
      isPath = true;
      skipStep();
    }
    return isPath ? UNKNOWN : call(name, given);
  };
  const skipStep = (): Value | undefined => {
    const isIndex = isSign('[');
    at += 1;
    if (!isIndex) {
      const { kind, text } = peek();
      at += 1;
      if (kind !== 'word' && text !== '*') throw new Unreadable();
      return text;
    }
    const index = or();
    take(']');
    return index;
  };
  const lookedUp = (first: string): Value => {
    const path = [first];
    let isKnown = true;
    while (isSign('.', '[')) {
      const step = plain(skipStep() ?? null);
      if (step === undefined || step === '*') isKnown = false;
      else path.push(String(step));
    }
    return isKnown ? lookup(path) : UNKNOWN;
  };
  try {
    const value = or();
    return peek().kind === 'end' ? value : UNKNOWN;
  } catch (error) {
    if (error instanceof Unreadable) return UNKNOWN;
    throw error;
  }
};
const eitherOf = (left: Value, right: Value): Value => (equal(left, right) === true ? left : UNKNOWN);
/** GitHub compares texts without their case, and numbers what is of two kinds. */
const equal = (left: Value, right: Value): boolean | undefined => {
  const [a, b] = [plain(left), plain(right)];
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return typeof a === typeof b ? a === b : numberOf(a) === numberOf(b);
};
const numberOf = (value: string | number | boolean | null): number => (value === null || value === '' ? 0 : Number(value));
const call = (name: string, given: readonly Value[]): Value => {
  const [first, second] = given.map((one) => plain(one));
  switch (name.toLowerCase()) {
    case 'always':
    case 'success':
      return true;
    case 'failure':
    case 'cancelled':
      return false;
    case 'startswith':
      return startsWith(given[0] ?? null, given[1] ?? null);
    case 'endswith':
      return first === undefined || second === undefined ? UNKNOWN : lower(first).endsWith(lower(second));
    case 'contains':
      return first === undefined || second === undefined ? UNKNOWN : lower(first).includes(lower(second));
    case 'format':
      return formatted(given);
    default:
      return UNKNOWN;
  }
};
const lower = (value: string | number | boolean | null): string => String(value ?? '').toLowerCase();
const startsWith = (text: Value, start: Value): Value => {
  const wanted = plain(start);
  const [head] = toParts(text);
  if (wanted === undefined) return UNKNOWN;
  if (plain(text) !== undefined) return lower(plain(text) ?? '').startsWith(lower(wanted));
  if (typeof head !== 'string') return UNKNOWN;
  const [a, b] = [head.toLowerCase(), lower(wanted)];
  return a.startsWith(b) ? true : b.startsWith(a) ? UNKNOWN : false;
};
const formatted = ([pattern, ...rest]: readonly Value[]): Value => {
  const text = plain(pattern ?? '');
  if (typeof text !== 'string') return UNKNOWN;
  return {
    parts: joined(
      text.split(/(\{\d+\})/).flatMap((part) => (/^\{\d+\}$/.test(part) ? toParts(rest[Number(part.slice(1, -1))] ?? '') : [part])),
    ),
  };
};
/** A text with `${{ … }}` in it. */
export const template = (text: string, lookup: Lookup): Parts => {
  const parts: Parts[number][] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('${{');
    const end = start === -1 ? -1 : endOf(rest, start + 3);
    if (start === -1 || end === -1) return joined([...parts, rest]);
    parts.push(rest.slice(0, start), ...toParts(evaluate(rest.slice(start + 3, end), lookup)));
    rest = rest.slice(end + 2);
  }
};
/** `}}` outside quotes. */
const endOf = (text: string, from: number): number => {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "'") isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith('}}', at)) return at;
  }
  return -1;
};
/** A value whose whole is one expression keeps its kind; `if:` needs no braces. */
export const condition = (text: string, lookup: Lookup): boolean | undefined => {
  const whole = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text)?.[1];
  if (whole !== undefined && !whole.includes('${{')) return truthOf(evaluate(whole, lookup));
  if (!text.includes('${{')) return truthOf(evaluate(text, lookup));
  return undefined;
};
