import { checkAll } from '../../../contracts/check-all';
import { toText } from '../../../contracts/finding';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';
import { type Answer, FINE, PROBLEMS, refused } from '../../answer';
import type { Clause } from '../../clauses/clause';
import { placeOnLaptop } from '../../compose/place-on-laptop';
import { noSuch } from '../../no-such';
import type { Page } from '../page';
import { type EnvRow, isSame } from './env-row';
import { envRows } from './env-rows';
import { toTable } from './to-table';

type Register = (system: string) => readonly Clause[];

/** The environment that each container of a system gets, by compose and at each target of this repository. */
export const explainEnv = (system: string, register: Register, format: 'text' | 'json', page: Page): Answer => {
  const names = systems.map(({ name }) => name);
  if (!names.includes(system)) return refused(noSuch('system', system, names));
  const { findings, placed } = checkAll(systems, targets, versions);
  const laptop = placeOnLaptop(systems);
  const all = [...findings, ...laptop.findings];
  const here = laptop.placed.find(({ name }) => name === system);
  if (all.length > 0 || here === undefined) return { code: PROBLEMS, out: '', err: all.map(toText) };
  const rows = envRows(
    here,
    placed.filter(({ name }) => name === system),
    register(system),
  );
  return { code: FINE, out: format === 'json' ? toJson(system, rows) : toTable(system, rows, page), err: [] };
};

const toJson = (system: string, rows: readonly EnvRow[]): string =>
  `${JSON.stringify({ system, variables: rows.map((row) => ({ ...row, isSame: isSame(row) })) }, undefined, 2)}\n`;
