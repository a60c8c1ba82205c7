import type { Row } from './sections-of';
import type { TracedReason } from './traced-field';

/** The reasons of a field as a line beside it: clauses by id, then what else speaks for it. */
export const reasonTexts = ({ field: { reasons, clauses: all }, clauses }: Row): readonly string[] => {
  const places = reasons.filter(({ from }) => from !== 'rule' && (from !== 'contract' || all.length === 0)).map(({ at }) => at);
  const sentences = reasons.flatMap((reason) => reason.sentence ?? []);
  return [...clauses.map(({ id }) => id), ...distinct(places), ...distinct(reasons.flatMap(originTexts)), ...sentences];
};
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Who said a value that is not the document's own word. */
export const originTexts = ({ origin }: TracedReason): readonly string[] => {
  if (origin === undefined) return [];
  if (origin.said === 'added') return [`added: ${origin.because}`];
  if (origin.said === 'owner') return [`still an example: ${origin.ask}`];
  return [`departs from ${origin.clause}, where the document has ${JSON.stringify(origin.literal)}: ${origin.because}`];
};
