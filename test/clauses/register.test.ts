import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../../cli/clauses/clause';
import { readClauses } from '../../cli/clauses/read-clauses';
import { leavesOf } from '../../constructs/leaves-of';
import { systems } from '../../systems';
import { versions } from '../../targets';
import { ourSynthesis } from '../support/our-synthesis';
import { placesOf } from '../support/places-of';

const clauses = readClauses();
const ids = clauses.map(({ id }) => id);
const kinds = (where: string) => clauses.filter((clause) => clause.where === where);
const binds = clauses.flatMap(({ id, where, binds = [] }) => binds.map((bind) => ({ id, where, bind })));
const placed = ourSynthesis().systems.map(({ chart }) => chart.placed);
const places = new Set(placed.flatMap((one) => placesOf(one, versions)));
const reasons = new Set(
  leavesOf(ourSynthesis()).flatMap((leaf) => leaf.reasons.map((why) => (typeof why === 'string' ? why : `rule:${why.rule}`))),
);

describe('The register', () => {
  it('holds the 700 clauses of the five documents, 166 of them about a manifest and 15 about a tag', () => {
    expect([clauses.length, kinds('manifest').length, kinds('tag').length]).toEqual([700, 166, 15]);
  });

  it('names each clause once', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(systems.map(({ name }) => name))('holds what belongs to %s in one file, ids beginning with its name', (name) => {
    expect(readClauses(name).filter(({ id }) => !id.startsWith(`${name}.`))).toEqual([]);
    expect(readClauses(name)).not.toEqual([]);
  });

  it('holds nothing for a system without a document', () => {
    expect(readClauses('no-such-system')).toEqual([]);
  });

  it('says of each clause what it says, how strictly, where and how it would be seen', () => {
    const strengths = ['must', 'should', 'optional', 'example', 'guarantee'];
    const texts = ['document', 'section', 'says', 'observable'] as const;

    const broken = clauses.filter(
      (clause) =>
        !KINDS.includes(clause.where) ||
        !strengths.includes(clause.strength) ||
        texts.some((field) => typeof clause[field] !== 'string' || clause[field] === '') ||
        Object.keys(clause).some((field) => !['id', 'strength', 'where', 'binds', 'note', ...texts].includes(field)),
    );

    expect(broken).toEqual([]);
  });

  it('binds only to places in the data, and to rules that some field has', () => {
    expect(binds.filter(({ bind }) => !places.has(bind) && !(bind.startsWith('rule:') && reasons.has(bind)))).toEqual([]);
  });

  it('binds each clause about a manifest to something', () => {
    expect(kinds('manifest').filter((clause) => (clause.binds ?? []).length === 0)).toEqual([]);
  });

  it('binds clauses about manifests to reasons of fields, those excepted that are kept by leaving something out', () => {
    const unreached = binds.filter(({ where, bind }) => where === 'manifest' && !reasons.has(bind)).map(({ id, bind }) => `${id} ${bind}`);

    expect(unreached).toEqual([
      'postgres-patroni.entrypoint.not-overridden postgres-patroni.postgres.process.entrypoint',
      'realtime-svg.runtime.entrypoint-k8s realtime-svg.backend.process.entrypoint',
      'realtime-svg.runtime.entrypoint-k8s realtime-svg.frontend.process.entrypoint',
      'todo-agents.env.frontend-url todo-agents.backend.env.FRONTEND_URL',
      'todo-chatbot.frontend.env.next-public-api-url todo-chatbot.frontend.env.NEXT_PUBLIC_API_URL',
    ]);
  });
});

describe('The proofs', () => {
  it.each(systems.map(({ name }) => name))('of %s stand in a file of their own', (name) => {
    expect(existsSync(join(__dirname, `${name}.test.ts`))).toBe(true);
  });
});

describe('A deviation', () => {
  it('departs from a clause of the register', () => {
    const departures = ourSynthesis().origins.filter((origin) => origin.said === 'departure');

    expect(departures.length).toBeGreaterThan(0);
    expect(departures.filter(({ clause }) => !ids.includes(clause))).toEqual([]);
  });
});
