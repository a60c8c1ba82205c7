import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { byCodePoint } from '../../contracts/finding';
import type { Clause } from './clause';

const REGISTER = join(__dirname, '..', '..', 'systems', 'clauses');

/** The clauses of one system, or of all; none for a system without a register. In the order of its document. */
export const readClauses = (system?: string): readonly Clause[] =>
  readdirSync(REGISTER)
    .filter((file) => (system === undefined ? file.endsWith('.yaml') : file === `${system}.yaml`))
    .sort(byCodePoint)
    .flatMap((file) => parse(readFileSync(join(REGISTER, file), 'utf8')) as readonly Clause[]);
