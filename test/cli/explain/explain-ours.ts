import { readClauses } from '../../../cli/clauses/read-clauses';
import { explain, type Question } from '../../../cli/explain/explain';
import { type Page, PLAIN } from '../../../cli/explain/page';
import { targets } from '../../../targets';
import { ourSynthesis } from '../../support/our-synthesis';

/** What `waybill explain` answers for one of our systems. */
export const explainOurs = (system: string, target: string, question: Partial<Question> = {}, page: Page = PLAIN) => {
  const made = ourSynthesis().systems.find(({ chart: { placed } }) => placed.name === system && placed.target.name === target);
  if (made === undefined) throw new Error(`no ${system} at ${target}`);
  const known = { register: readClauses(system), targets: targets.map(({ name }) => name) };
  return explain(made, known, { format: 'text', ...question }, page);
};
