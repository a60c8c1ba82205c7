import { normal } from '../../compare/normal';
import type { JsonObject } from '../../json';
import { isBuiltIn, shapeOf } from '../../shape/shape-of';
import type { Found, Rule } from '../rule';
import { dataProblems } from '../validity/data-problems';
import { metadataProblems } from '../validity/metadata-problems';
import { networkProblems } from '../validity/network-problems';
import { podProblems } from '../validity/pod-problems';
import type { Check, Problem } from '../validity/problem';
import { schemaProblems } from '../validity/schema-problems';
import { workloadProblems } from '../validity/workload-problems';
import { minorOf } from '../versions';

const CHECKS: readonly Check[] = [metadataProblems, podProblems, workloadProblems, networkProblems, dataProblems];

/** What the server would refuse whatever was there before. Only what changed is looked at. */
export const objectIsValid: Rule = {
  id: 'object-is-valid',
  class: 'refused',
  says: 'A manifest that contradicts itself is refused: labels that the selector does not match, requests over limits, mounts without a volume and the like.',
  find: ({ pairs }, versions) =>
    pairs.flatMap(({ before, after, applied }): readonly Found[] => {
      if (after === undefined) return [];
      const isChecked = isBuiltIn(after.group, after.kind);
      const problems = (object: JsonObject, written: JsonObject): readonly Problem[] => [
        ...schemaProblems(written),
        ...(isChecked ? CHECKS : [metadataProblems]).flatMap((check) => check(object)),
      ];
      const result = applied?.result ?? (normal(after.json, shapeOf(after.group, after.kind)) as JsonObject);
      const old = applied === undefined || before === undefined ? [] : problems(applied.live, before.json);
      const known = new Set(old.map(({ found }) => found));
      return problems(result, after.json)
        .filter(({ found }) => !known.has(found))
        .flatMap(({ path, found, fix, since = 0, until = Number.POSITIVE_INFINITY }): readonly Found[] => {
          const those = versions.filter((version) => minorOf(version) >= since && minorOf(version) <= until);
          const some = those.length === versions.length ? {} : { versions: those };
          return those.length === 0
            ? []
            : [{ object: after, path, sentence: `${found}, which the API server refuses`, cure: fix, ...some }];
        });
    }),
};
