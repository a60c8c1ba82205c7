import type { Told } from './read/compose-service';
import { HOLE } from './read/node';

const LONGEST = 160;
/** A text of the file as a finding may repeat it: no password of an address, nothing that a variable put in. */
export const shown = ({ text, isMade }: Pick<Told, 'text' | 'isMade'>): string => (isMade ? 'made of variables' : shownText(text));
export const shownText = (text: string): string => {
  const masked = text
    .replaceAll(HOLE, '…')
    .replace(/(\/\/[^\s:/@]*):[^\s@]*@/g, '$1:***@')
    .replace(/\s+/g, ' ');
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
};
