import fc from 'fast-check';
import { COMPOSE } from '../../../cli/compose/compose-target';
import { readEnvFile } from '../../../cli/secrets/env-file';
import { checkAll } from '../../../contracts/check-all';
import { systems } from '../../../systems';
import { arbitrarySystem } from '../../support/arbitrary-system';
import { shuffledSystem } from '../../support/shuffled';
import { shop } from '../../systems/shop';
import { composeOf } from './support/compose-of';
import { composeProblems } from './support/compose-problems';
import { readCompose } from './support/read-compose';

const whole = arbitrarySystem.filter((system) => checkAll([system], [COMPOSE], {}).findings.length === 0);
const fileOf = (files: Readonly<Record<string, string>>) => files['compose.yaml'] ?? '';
const exampleOf = (files: Readonly<Record<string, string>>) => files['.env.example'] ?? '';
const everything = { PASSWORD: 'letters0and1digits' };
const holds = (name: string, property: (files: Readonly<Record<string, string>>, system: typeof shop) => void) =>
  it(name, () =>
    fc.assert(
      fc.property(whole, (system) => property(composeOf(system), system as never)),
      { numRuns: 60 },
    ),
  );

describe('The compose file', () => {
  it.each([...systems, shop].map((system) => [system.name, system] as const))(
    'of %s is one by the schema of the compose-spec',
    (_, system) => {
      expect(composeProblems(fileOf(composeOf(system)))).toEqual([]);
    },
  );
  it('of anything else is not', () => {
    expect(composeProblems('services: { a: { image: x, imagee: y } }')).not.toEqual([]);
  });
});

describe('The compose file of any system that keeps the rules', () => {
  holds('is one by the schema of the compose-spec', (files) => expect(composeProblems(fileOf(files))).toEqual([]));

  holds('is as strict as the cluster: no root, nothing written outside what the contract names, no right gained', (files) => {
    for (const { user, read_only, cap_drop, security_opt } of Object.values(readCompose(fileOf(files), everything).services)) {
      expect([/^[1-9]\d*:\d+$/.test(user), read_only, cap_drop, security_opt]).toEqual([true, true, ['ALL'], ['no-new-privileges:true']]);
    }
  });
  holds('waits for services that are there, and never in a circle', (files) => {
    const { services } = readCompose(fileOf(files), everything);
    const depth = (name: string, above: readonly string[]): number => {
      expect(above).not.toContain(name);
      expect(Object.keys(services)).toContain(name);
      return Math.max(0, ...Object.keys(services[name]?.depends_on ?? {}).map((next) => 1 + depth(next, [...above, name])));
    };
    for (const name of Object.keys(services)) expect(depth(name, [])).toBeGreaterThanOrEqual(0);
  });
  holds('waits for health only where it is asked for', (files) => {
    const { services } = readCompose(fileOf(files), everything);
    const waits = Object.values(services).flatMap(({ depends_on = {} }) => Object.entries(depends_on));
    for (const [name, { condition }] of waits) {
      expect([name, condition]).toEqual([
        name,
        services[name]?.healthcheck?.disable === true
          ? 'service_completed_successfully'
          : services[name]?.healthcheck === undefined
            ? 'service_started'
            : 'service_healthy',
      ]);
    }
  });
  holds('gives every literal as the contract has it, also one that looks like a variable', (files, system) => {
    const { services } = readCompose(fileOf(files), everything);
    for (const [role, { contract }] of Object.entries(system.containers)) {
      const { default: literal } = (contract.env as Readonly<Record<string, { readonly default?: string }>>).LITERAL ?? {};
      expect(services[role]?.environment?.LITERAL).toBe(literal);
    }
  });
  holds('takes every secret from .env, and .env.example names each and gives none', (files) => {
    const asked = new Set([...fileOf(files).matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name ?? ''));
    const { values, findings } = readEnvFile('.env.example', exampleOf(files));

    expect(findings).toEqual([]);
    expect([...values.keys()].toSorted()).toEqual([...asked].toSorted());
    expect([...values.values()].filter((value) => value !== '')).toEqual([]);
  });
  it('does not depend on the order in which the data is written', () => {
    const rank = (salt: number) => (key: string) => [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) * salt) % 9973, salt);
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 9000 }), (system, salt) =>
        expect(composeOf(shuffledSystem(system, rank(salt)))).toEqual(composeOf(system)),
      ),
      { numRuns: 40 },
    );
  });
});
