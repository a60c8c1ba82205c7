import { type GivenValue, type PlainSystem, roleOf, sourcesIn } from '../plain';
import { flatMap } from './flat-map';
import { givenTo, givings } from './given-to';
import { onceForLatest } from './once-for-latest';

/** A fact that only a running copy knows, and the role whose variable holds it. */
export interface OwnFact {
  readonly fact: string;
  readonly role: string;
}
/** The facts in a value, also those in variables that it is composed of. */
export const ownFactsOf = (system: PlainSystem, role: string, value: GivenValue): readonly OwnFact[] =>
  holdsOwnFacts(system) ? followed(system, role, value, new Set()) : [];
/** Most systems hold none, and need not be searched for each of their variables. */
const holdsOwnFacts = onceForLatest((system: PlainSystem) =>
  givings(system).some(({ value }) => sourcesIn(value).some(({ from }) => from === 'own')),
);

const followed = (system: PlainSystem, role: string, value: GivenValue, seen: Set<string>): readonly OwnFact[] =>
  flatMap(sourcesIn(value), (source): readonly OwnFact[] => {
    if (source.from === 'own') return [{ fact: source.fact, role }];
    if (source.from !== 'variable') return [];
    const other = roleOf(system, source) ?? '';
    const place = `${other}.${source.variable}`;
    const next = givenTo(system, other, source.variable);
    if (next === undefined || seen.has(place)) return [];
    seen.add(place);
    return followed(system, other, next, seen);
  });
