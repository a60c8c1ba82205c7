import { runsOtherImage } from './other-image';
import type { ComposeSubject, Pair } from './rule';

/** Services that are held to a container. */
export const wantedPairs = ({ pairs, system }: ComposeSubject): readonly Pair[] =>
  pairs.filter(({ role }) => system?.wanted.includes(role));
/** Of them those that run the contract's software: what else differs in the others follows from that. */
export const comparedPairs = (subject: ComposeSubject): readonly Pair[] => wantedPairs(subject).filter((pair) => !runsOtherImage(pair));
