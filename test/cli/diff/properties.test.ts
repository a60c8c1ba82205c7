import fc from 'fast-check';
import { applyChanges } from '../../../cli/diff/compare/apply-changes';
import { mirrored, pathText } from '../../../cli/diff/compare/change';
import { changesBetween } from '../../../cli/diff/compare/changes-between';
import { normal } from '../../../cli/diff/compare/normal';
import { same } from '../../../cli/diff/compare/same';
import { toKubeObject } from '../../../cli/diff/read/kube-object';
import { shapeOf } from '../../../cli/diff/shape/shape-of';
import * as made from '../../cluster/diff/manifests';
import { readManifests } from '../../support/read-manifests';
import { type Manifest, reportOf } from './trees';

const OBJECTS: readonly Manifest[] = [
  ...readManifests('dist').map(({ object }) => object),
  ...Object.values(made)
    .map((make) => make() as Manifest)
    .filter(({ kind }) => kind !== undefined),
];

/** All places in a manifest, so that a mutation can choose one. */
const placesOf = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Array.isArray(value) ? value.map((child, index) => [index, child] as const) : Object.entries(value);
  return [...(path.length === 0 ? [] : [path]), ...children.flatMap(([key, child]) => placesOf(child, [...path, key]))];
};
const mutated = (object: Manifest, choices: readonly (readonly [number, number])[]): Manifest => {
  const copy = structuredClone(object);
  for (const [where, what] of choices) {
    const places = placesOf(copy).filter(([first]) => first !== 'apiVersion' && first !== 'kind' && first !== 'metadata');
    const path = places[where % Math.max(1, places.length)];
    const last = path?.at(-1);
    if (path === undefined || last === undefined) continue;
    const parent = path.slice(0, -1).reduce((value: Manifest, key) => value[key], copy);
    mutate(parent, last, what);
  }
  return copy;
};
const mutate = (parent: Manifest, key: string | number, what: number): void => {
  const value = parent[key];
  if (what % 6 === 0 && Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (what % 6 === 0) delete parent[key];
  else if (what % 6 === 1 && Array.isArray(parent)) parent.reverse();
  else if (what % 6 === 2 && Array.isArray(parent))
    parent.splice(0, 0, typeof value === 'object' && value !== null && 'name' in value ? { ...value, name: `${value.name}-x` } : value);
  else if (typeof value === 'string') parent[key] = `${value}x`;
  else if (typeof value === 'number') parent[key] = value + 1;
  else if (typeof value === 'boolean') parent[key] = !value;
};
const object = fc.constantFrom(...OBJECTS);
const choices = fc.array(fc.tuple(fc.nat(5000), fc.nat(50)), { minLength: 1, maxLength: 6 });
const sides = fc.tuple(object, choices, choices).map(([one, left, right]) => [mutated(one, left), mutated(one, right)] as const);
const RUNS = { numRuns: 1500, seed: 5 };

const shapeOfManifest = (manifest: Manifest) => {
  const { group = '', kind = '' } = toKubeObject(manifest, 'a.yaml', 1) ?? {};
  return shapeOf(group, kind);
};
const textOf = (changes: ReturnType<typeof changesBetween>): readonly string[] =>
  changes
    .filter(({ op }) => op !== 'order')
    .map(
      ({ op, path, before, after }) =>
        `${op} ${pathText(path).replace(/\[\d+\]/g, '[]')} ${JSON.stringify(before)} ${JSON.stringify(after)}`,
    )
    .toSorted();

describe('For any manifests A and B', () => {
  it('A against A is no difference and has no consequence', () => {
    fc.assert(
      fc.property(object, choices, (one, those) => {
        const manifest = mutated(one, those);
        const { sections, consequences } = reportOf([manifest], [structuredClone(manifest)]);

        expect([sections, consequences]).toEqual([[], []]);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });

  it('A against B is the mirror of B against A', () => {
    fc.assert(
      fc.property(sides, ([a, b]) => {
        const shape = shapeOfManifest(a);
        const [left, right] = [normal(a, shape), normal(b, shape)];

        expect(textOf(changesBetween(right, left, shape))).toEqual(textOf(changesBetween(left, right, shape).map(mirrored)));
      }),
      RUNS,
    );
  });

  it('the changes, made to A, give B', () => {
    fc.assert(
      fc.property(sides, ([a, b]) => {
        const shape = shapeOfManifest(a);
        const [left, right] = [normal(a, shape), normal(b, shape)];

        expect(same(applyChanges(left, changesBetween(left, right, shape)), right, shape)).toBe(true);
      }),
      RUNS,
    );
  });
});
