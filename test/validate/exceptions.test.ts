import { withoutRelease } from '../../docs/make/without-release';
import { ourSynthesis } from '../support/our-synthesis';
import { EXCEPTIONS } from './exceptions';

const emitted = new Set(
  ourSynthesis().systems.flatMap(({ chart: { placed }, manifests }) =>
    manifests.map(({ kind, metadata }) => `${placed.target.name} ${placed.name} ${withoutRelease(`${kind}/${metadata.name}`)}`),
  ),
);
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
