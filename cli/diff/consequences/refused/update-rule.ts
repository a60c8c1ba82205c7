import type { Comparison } from '../../compare/compare-trees';
import type { Pair } from '../../compare/pair';
import type { JsonObject } from '../../json';
import type { Found, Rule } from '../rule';
import { minorOf } from '../versions';

/** One change of an object as the server judges it. */
export interface Update {
  readonly live: JsonObject;
  readonly result: JsonObject;
  readonly pair: Pair;
  readonly comparison: Comparison;
  /** 28 for Kubernetes 1.28. */
  readonly minor: number;
}
export interface Refusal {
  readonly path: string;
  readonly sentence: string;
  readonly cure: string;
}
interface UpdateRule {
  readonly id: string;
  readonly says: string;
  readonly kinds: readonly string[];
  /** Not every version says the same. */
  readonly byVersion?: boolean;
  readonly refuses: (update: Update) => Refusal | undefined;
}

/** A rule about objects that are on both sides: what the server says to the update, version by version. */
export const updateRule = ({ id, says, kinds, refuses, byVersion = false }: UpdateRule): Rule => ({
  id,
  class: 'refused',
  says,
  find: (comparison, versions) =>
    comparison.pairs.flatMap((pair) => {
      const { applied, object } = pair;
      if (applied === undefined || !kinds.includes(object.kind)) return [];
      const judge = (version: string): Refusal | undefined => refuses({ ...applied, pair, comparison, minor: minorOf(version) });
      const always = byVersion ? undefined : judge(versions[0] ?? '');
      if (!byVersion && always === undefined) return [];
      const judged = versions.map((version) => ({ version, refusal: byVersion ? judge(version) : always }));
      return found(pair, judged);
    }),
});

/** The refusals of one object, those of the same sentence with the versions they hold for. */
export const found = (pair: Pair, judged: readonly { version: string; refusal: Refusal | undefined }[]): readonly Found[] => {
  const all = judged.flatMap(({ version, refusal }) => (refusal === undefined ? [] : [{ version, refusal }]));
  const sentences = [...new Set(all.map(({ refusal }) => refusal.sentence))];
  return sentences.map((sentence): Found => {
    const those = all.filter(({ refusal }) => refusal.sentence === sentence);
    const { path, cure } = (those[0] as (typeof those)[number]).refusal;
    const versions = those.map(({ version }) => version);
    return { object: pair.object, path, sentence, cure, ...(versions.length === judged.length ? {} : { versions }) };
  });
};
