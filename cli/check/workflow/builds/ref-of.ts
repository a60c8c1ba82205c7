import type { Place } from '../../compose/read/node';
import { joined, type Part, type Parts, trimmed } from '../read/parts';
import type { Ref } from './build';

/** `ghcr.io/acme/web:1.0.0` divided: the colon behind the last slash. */
export const refOf = (written: Parts, at: Place, isCertain: boolean): Ref => {
  const parts = trimmed(written);
  let colon: { readonly part: number; readonly at: number } | undefined;
  parts.forEach((part, index) => {
    if (typeof part !== 'string') return;
    for (let place = 0; place < part.length; place += 1) {
      if (part[place] === '/') colon = undefined;
      else if (part[place] === ':' && colon === undefined) colon = { part: index, at: place };
    }
  });
  if (colon === undefined) return { repository: parts, at, isCertain };
  const { part: index, at: place } = colon;
  const text = parts[index] as string;
  const before: Part[] = [...parts.slice(0, index), text.slice(0, place)];
  const after: Part[] = [text.slice(place + 1), ...parts.slice(index + 1)];
  return { repository: joined(before), tag: joined(after), at, isCertain };
};
