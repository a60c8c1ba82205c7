import { synthesize } from '../../constructs/synthesize';
import { toText } from '../../contracts/finding';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { type Answer, PROBLEMS, refused } from '../answer';
import type { Clause } from '../clauses/clause';
import { noSuch } from '../no-such';
import { explain, type Question } from './explain';
import type { Page } from './page';

type Register = (system: string) => readonly Clause[];

/** Explains one of the systems of this repository at one of its targets. */
export const explainSystem = (system: string, target: string, register: Register, question: Question, page: Page): Answer => {
  const names = systems.map(({ name }) => name);
  const places = targets.map(({ name }) => name);
  if (!names.includes(system)) return refused(noSuch('system', system, names));
  if (!places.includes(target)) return refused(noSuch('target', target, places));
  const { findings, systems: all } = synthesize(systems, targets, versions);
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: findings.map(toText) };
  const made = all.find(({ chart: { placed } }) => placed.name === system && placed.target.name === target);
  if (made === undefined) throw new Error(`${system} was not placed at ${target}`);
  return explain(made, { register: register(system), targets: places }, question, page);
};
