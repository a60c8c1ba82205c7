/** A text of which some stretches are known only when the workflow runs. */
export type Parts = readonly Part[];
export type Part = string | Hole;
export interface Hole {
  /** What may stand there. `segment`: no slash, and not nothing. */
  readonly is: 'anything' | 'segment' | 'hex' | 'digits';
  /** Characters. */
  readonly least: number;
  readonly most?: number;
}
export const ANYTHING: Hole = { is: 'anything', least: 0 };
export const SEGMENT: Hole = { is: 'segment', least: 1 };
export const COMMIT: Hole = { is: 'hex', least: 40, most: 40 };
export const SHORT_COMMIT: Hole = { is: 'hex', least: 7, most: 7 };
export const DIGITS: Hole = { is: 'digits', least: 1 };

export const joined = (parts: Parts): Parts =>
  parts.reduce<Part[]>((all, part) => {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else if (part !== '') all.push(part);
    return all;
  }, []);
/** The whole text; undefined: not all of it is known. */
export const knownText = (parts: Parts): string | undefined =>
  parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
/** As a person reads it: `ghcr.io/…/web:1.0.0`. */
export const shown = (parts: Parts): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.is === 'hex' ? '<commit>' : '…')).join('');
export const mapKnown = (parts: Parts, change: (text: string) => string): Parts =>
  joined(parts.map((part) => (typeof part === 'string' ? change(part) : part)));

const FITS: Readonly<Record<Hole['is'], RegExp>> = { anything: /[\s\S]/, segment: /[^/\s]/, hex: /[0-9a-f]/, digits: /\d/ };
const LONGEST = 2000;

/** Whether the text may turn out to be this one. Never guesses: what could be is. */
export const canBe = (parts: Parts, text: string): boolean => {
  if (text.length > LONGEST) return true;
  let ends = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const from of ends) {
      if (typeof part === 'string') {
        if (text.startsWith(part, from)) next.add(from + part.length);
        continue;
      }
      let to = from;
      while (to <= text.length && to - from <= (part.most ?? LONGEST)) {
        if (to - from >= part.least) next.add(to);
        if (to === text.length || !FITS[part.is].test(text[to] as string)) break;
        to += 1;
      }
    }
    ends = next;
  }
  return ends.has(text.length);
};
/** Divides at the first character of a known stretch. */
export const splitAt = (parts: Parts, divider: string): readonly Parts[] => {
  const all: Part[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      all.at(-1)?.push(part);
      continue;
    }
    part.split(divider).forEach((text, index) => {
      if (index > 0) all.push([]);
      if (text !== '') all.at(-1)?.push(text);
    });
  }
  return all;
};
export const trimmed = (parts: Parts): Parts => {
  const [first, last] = [parts[0], parts.at(-1)];
  return joined(
    parts.map((part, index) => {
      if (typeof part !== 'string') return part;
      const start = index === 0 && part === first ? part.trimStart() : part;
      return index === parts.length - 1 && part === last ? start.trimEnd() : start;
    }),
  );
};
/** What is not known at all may be several lines. */
export const mayBeSeveral = (parts: Parts): boolean => parts.some((part) => typeof part !== 'string' && part.is === 'anything');
