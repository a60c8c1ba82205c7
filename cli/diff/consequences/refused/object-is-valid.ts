import { normal } from '../../compare/normal';
import type { JsonObject } from '../../json';
import { isBuiltIn, shapeOf } from '../../shape/shape-of';
import type { Found, Rule } from '../rule';
import { metadataProblems } from '../validity/metadata-problems';
import { networkProblems } from '../validity/network-problems';
import { podProblems } from '../validity/pod-problems';
import type { Check } from '../validity/problem';
import { workloadProblems } from '../validity/workload-problems';
import { minorOf } from '../versions';

const CHECKS: readonly Check[] = [metadataProblems, podProblems, workloadProblems, networkProblems];

/** What the server would refuse whatever was there before. Only what changed is looked at. */
export const objectIsValid: Rule = {
  id: 'object-is-valid',
  class: 'refused',
  says: 'A manifest that contradicts itself is refused: labels that the selector does not match, requests over limits, mounts without a volume and the like.',
  find: ({ pairs }, versions) =>
    pairs.flatMap(({ after, applied }): readonly Found[] => {
      if (after === undefined || !isBuiltIn(after.group, after.kind)) return [];
      const result = applied?.result ?? (normal(after.json, shapeOf(after.group, after.kind)) as JsonObject);
      const known = new Set(applied === undefined ? [] : CHECKS.flatMap((check) => check(applied.live)).map(({ found }) => found));
      return CHECKS.flatMap((check) => check(result))
        .filter(({ found }) => !known.has(found))
        .flatMap(({ path, found, fix, since = 0 }): readonly Found[] => {
          const those = versions.filter((version) => minorOf(version) >= since);
          const some = those.length === versions.length ? {} : { versions: those };
          return those.length === 0
            ? []
            : [{ object: after, path, sentence: `${found}, which the API server refuses`, cure: fix, ...some }];
        });
    }),
};
