import { demandOf } from '../clauses-of-place';
import { cleanPath } from '../dockerignore/clean-path';
import { type CheckRule, type Problem, spotIn } from '../rule';

const relative = (path: string): string => cleanPath(path.replace(/\$\{(\w+)\}/g, '$$$1'));

export const copiesAreTheContracts: CheckRule = {
  id: 'copies-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'The final stage copies what the contract lists, to where it says.',
  why: 'What is not copied is not in the image: the process, or a check of it, ends with a file that is not found.',
  fix: 'copy it',
  source: 'the contract',
  problems: ({ final, promised }) => {
    if (promised?.contract.image.kind !== 'built' || final === undefined) return [];
    const copies = final.chain.flatMap((step) => (step.copy === undefined ? [] : [{ ...step.copy, step }]));
    return promised.contract.image.build.copies.flatMap(({ stage, from, to }, index): readonly Problem[] => {
      const { ids, isDemanded } = demandOf(promised, `image.build.copies[${index}]`);
      const isSame = (a: string | undefined, b: string): boolean => a !== undefined && relative(a) === relative(b);
      const isFrom = (copy: (typeof copies)[number]): boolean =>
        (stage === undefined ? copy.from === undefined : typeof copy.from === 'object' && copy.from.name === stage.toLowerCase()) &&
        [...copy.sources, ...copy.expanded].some((source) => isSame(source, from));
      const goal = (copy: (typeof copies)[number]): boolean => {
        const wanted = to.startsWith('/') ? to : copy.step.workdir === undefined ? undefined : `${copy.step.workdir}/${to}`;
        const target = copy.target.startsWith('/') || copy.step.workdir === undefined ? copy.target : `${copy.step.workdir}/${copy.target}`;
        return (
          (wanted === undefined && isSame(copy.target, to)) ||
          (wanted !== undefined && (isSame(target, wanted) || isSame(copy.destination, wanted)))
        );
      };
      const near = copies.filter(isFrom);
      if (near.some(goal) || (near.length === 0 && !isDemanded)) return [];
      const line = `COPY ${stage === undefined ? '' : `--from=${stage} `}${from} ${to}`;
      const other = near[0];
      return other === undefined
        ? [
            {
              spot: spotIn(final.from),
              found: `the final stage does not copy ${from}${stage === undefined ? '' : ` of ${stage}`}`,
              fix: line,
              class: 'not-declared',
              clauses: ids,
            },
          ]
        : [
            {
              spot: spotIn(other.step, other.target),
              found: `${from} goes to ${other.target}, the contract says ${to}`,
              fix: line,
              clauses: ids,
            },
          ];
    });
  },
};
