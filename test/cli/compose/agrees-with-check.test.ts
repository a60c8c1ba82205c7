import fc from 'fast-check';
import { checkCompose } from '../../../cli/check/compose/check-compose';
import { promisedCompose } from '../../../cli/check/compose/promised-compose';
import { readComposeExpectations } from '../../../cli/check/compose/read-expectations';
import { readClauses } from '../../../cli/clauses/read-clauses';
import { COMPOSE } from '../../../cli/compose/compose-target';
import type { AnySystem } from '../../../contracts';
import { checkAll } from '../../../contracts/check-all';
import { systems } from '../../../systems';
import { arbitrarySystem } from '../../support/arbitrary-system';
import { shop } from '../../systems/shop';
import { composeOf } from './support/compose-of';

/** What `waybill check` says of the file that `waybill compose` prints for a system, with every variable of .env given. */
const findings = (system: AnySystem) => {
  const files = composeOf(system);
  const filled = (files['.env.example'] ?? '').replace(/^(\w+)=$/gm, '$1=a-value-that-is-long-enough-for-all');
  const paths: Readonly<Record<string, string>> = { ...files, '.env': filled };
  const bytes = (path: string) => (paths[path] === undefined ? ('missing' as const) : new TextEncoder().encode(paths[path]));
  const promise = promisedCompose(system, readClauses(system.name), readComposeExpectations(system.name));
  return checkCompose(['compose.yaml'], bytes, promise);
};
const said = (system: AnySystem) => findings(system).map(({ level, rule, found }) => `${level} ${rule}: ${found}`);

describe('waybill check says of what waybill compose prints', () => {
  it('for todo-chatbot two warnings, of what its document itself has', () => {
    expect(said(systems.find(({ name }) => name === 'todo-chatbot') as AnySystem)).toEqual([
      'warning compose-localhost-is-the-container: NEXT_PUBLIC_API_URL is an address on localhost, and the container itself calls it',
      'warning compose-bind-no-effect: /app/src is mounted, and the standalone server does not read it',
    ]);
  });
  it.each(
    [...systems, shop as unknown as AnySystem]
      .filter(({ name }) => name !== 'todo-chatbot')
      .map((system) => [system.name, system] as const),
  )('for %s nothing', (_, system) => {
    expect(said(system)).toEqual([]);
  });
  it('for any system that keeps the rules no problem', () => {
    const whole = arbitrarySystem.filter((system) => checkAll([system], [COMPOSE], {}).findings.length === 0);
    fc.assert(
      fc.property(whole, (system) => expect(said(system).filter((one) => one.startsWith('problem'))).toEqual([])),
      { numRuns: 60 },
    );
  });
});
