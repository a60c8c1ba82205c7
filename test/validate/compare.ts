import type { Finding } from '../../contracts/finding';
import type { Exception } from './exceptions';
import type { Remark } from './remark';

const LIST = 'test/validate/exceptions.ts';
/** What an exception speaks of, and what a remark is looked up by. */
const keyOf = ({ judge, rule }: Pick<Remark, 'judge' | 'rule'>, target: string, object: string): string =>
  `${judge} ${rule} ${target} ${object}`;
const keyOfRemark = (remark: Remark): string => keyOf(remark, remark.target, `${remark.system} ${remark.object}`);

/** Remarks that no exception speaks of. */
export const unlisted = (remarks: readonly Remark[], exceptions: readonly Exception[]): readonly Finding[] => {
  const listed = new Set(exceptions.flatMap(keysOf));
  return remarks
    .filter((remark) => !listed.has(keyOfRemark(remark)))
    .map(({ judge, target, system, object, rule, says }) => ({
      at: `${target}: ${system} ${object}`,
      found: `${judge} says: ${says}`,
      fix: `change what makes the field (npx waybill explain ${system} ${object}); where a clause or a decision forbids that, add the object and the reason to ${LIST}, then npm run docs`,
      rule: `${judge} ${rule}`,
    }));
};

/**
 * Without what is said of a variant of production as it is of production itself, where its reason stands; an object that another system
 * lends has its reason there.
 */
export const beyondProduction = (
  remarks: readonly Remark[],
  exceptions: readonly Exception[],
  variants: readonly string[],
): readonly Remark[] => {
  const listed = new Set(exceptions.flatMap(keysOf));
  const isUsual = (remark: Remark) =>
    [remark.system, 'postgres-patroni'].some((system) => listed.has(keyOf(remark, 'production', `${system} ${remark.object}`)));
  return remarks.filter((remark) => !variants.includes(remark.target) || !isUsual(remark));
};

/** What an exception lists although the judge says it no longer. */
export const outlived = (remarks: readonly Remark[], exception: Exception): readonly Finding[] => {
  const said = new Set(remarks.map(keyOfRemark));
  return exception.on.flatMap((target) =>
    exception.objects
      .filter((object) => !said.has(keyOf(exception, target, object)))
      .map((object) => ({
        at: `${LIST}: ${target}: ${object}`,
        found: `${exception.judge} has nothing to say against it any more`,
        fix: `take ${object} out of the exception, or the exception out of the list, then npm run docs`,
        rule: `${exception.judge} ${exception.rule}`,
      })),
  );
};

const keysOf = (exception: Exception): readonly string[] =>
  exception.on.flatMap((target) => exception.objects.map((object) => keyOf(exception, target, object)));
