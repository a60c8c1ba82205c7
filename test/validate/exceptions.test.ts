import { type Synthesized, synthesize } from '../../constructs/synthesize';
import { withoutRelease } from '../../docs/make/without-release';
import { systems } from '../../systems';
import { ourSynthesis } from '../support/our-synthesis';
import { targetCalled, versionsOf } from '../support/synthesized';
import { DATABASES, withDatabase } from '../support/with-database';
import { EXCEPTIONS } from './exceptions';

const namesIn = ({ systems: made }: Synthesized, called = (target: string) => target): readonly string[] =>
  made.flatMap(({ chart: { placed }, manifests }) =>
    manifests.map(({ kind, metadata }) => `${called(placed.target.name)} ${placed.name} ${withoutRelease(`${kind}/${metadata.name}`)}`),
  );
const variants = Object.entries(DATABASES).flatMap(([engine, database]) => {
  const target = withDatabase(targetCalled('production'), database);
  return namesIn(synthesize(systems, [target], versionsOf(target)), (production) => `${production} with ${engine}`);
});
const emitted = new Set([...namesIn(ourSynthesis()), ...variants]);
const places = EXCEPTIONS.flatMap(({ judge, rule, on, objects }) =>
  on.flatMap((target) => objects.map((object) => ({ of: `${judge} ${rule}`, place: `${target} ${object}` }))),
);

describe('The list of exceptions', () => {
  it('names objects that are emitted', () => {
    expect(places.filter(({ place }) => !emitted.has(place))).toEqual([]);
  });

  it('gives one reason for each: none is listed twice', () => {
    const all = places.map(({ of, place }) => `${of} ${place}`);

    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });

  it('holds nothing against a schema or the restricted profile', () => {
    expect(EXCEPTIONS.filter(({ judge }) => judge === 'kubeconform' || judge === 'pod-security')).toEqual([]);
  });

  it.each(EXCEPTIONS)('$judge $rule: the reason is a sentence', ({ because }) => {
    expect(because).toMatch(/^[A-Z].{20,}\.$/);
  });
});
