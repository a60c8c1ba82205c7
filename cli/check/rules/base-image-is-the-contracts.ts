import { demandOf, isOpen } from '../clauses-of-place';
import { expand, type Known } from '../dockerfile/expand';
import type { Stage } from '../dockerfile/stage';
import { type CheckRule, type Problem, spotIn } from '../rule';

/** The document's word for any image, the same for all stages. */
const PLACEHOLDER = 'base-image';
const normal = (image: string): string => image.replace(/^(?:docker\.io\/)?(?:library\/)?/, '');

const buildsOn = ({ parent }: Stage, name: string): boolean =>
  parent !== undefined && (parent.name === name.toLowerCase() || buildsOn(parent, name));

export const baseImageIsTheContracts: CheckRule = {
  id: 'base-image-is-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'Each stage starts from the image that the contract names.',
  why: 'Another base has other users, packages and library versions than those everything else was decided for.',
  fix: 'start from the image of the contract',
  source: 'the contract',
  problems: ({ stages: { stages }, promised, file: { escapes } }) => {
    if (promised?.contract.image.kind !== 'built') return [];
    const { base, build } = promised.contract.image;
    const defaults = new Map(
      Object.entries(build.arguments ?? {}).flatMap(([name, { default: value }]): readonly [string, Known][] =>
        value === undefined ? [] : [[name, { kind: 'ARG', value, line: 0 }]],
      ),
    );
    return build.stages.flatMap(({ name, from }, index): readonly Problem[] => {
      const isLast = index === build.stages.length - 1;
      const stage =
        stages.find((one) => one.name === name.toLowerCase()) ?? (isLast && stages.at(-1)?.name === undefined ? stages.at(-1) : undefined);
      if (stage === undefined) return [];
      const isStage = build.stages.slice(0, index).some((one) => one.name === from);
      const problem = (actual: string | undefined, want: string, place: string): readonly Problem[] =>
        actual === undefined || normal(actual) === normal(want) || isOpen(promised, place)
          ? []
          : [
              {
                spot: spotIn(stage.from, stage.base),
                found: `stage ${name} starts from ${actual}, the contract says ${want}`,
                fix: `FROM ${want}`,
                clauses: demandOf(promised, place).ids,
              },
            ];
      const wanted = isStage ? from : from === PLACEHOLDER ? base : expand(from, defaults, escapes);
      const place = from === PLACEHOLDER ? 'image.base' : `image.build.stages[${index}].from`;
      const isAsSaid = wanted === undefined || stage.base === from || (isStage && buildsOn(stage, from));
      const own = isAsSaid ? [] : problem(isStage ? stage.image : stage.root, wanted, place);
      // Whatever lies between, the image at the beginning is the one whose packages and users the container has.
      return own.length > 0 || !isLast ? own : problem(stage.root, base, 'image.base');
    });
  },
};
