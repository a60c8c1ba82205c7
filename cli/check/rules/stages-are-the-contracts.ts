import { demandOf, isOurs } from '../clauses-of-place';
import type { Stage } from '../dockerfile/stage';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const stagesAreTheContracts: CheckRule = {
  id: 'stages-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'The stages that the contract names are there, in its order, and its last one ships.',
  why: '`docker build --target` and everything else that speaks of a stage would take another image, or none.',
  fix: 'name the stage as the contract does, in its order',
  source: 'the contract',
  problems: ({ stages: { stages }, promised }) => {
    if (promised?.contract.image.kind !== 'built' || stages.length === 0) return [];
    const wanted = promised.contract.image.build.stages;
    const last = stages.length - 1;
    let from = 0;
    return wanted.flatMap(({ name }, index): readonly Problem[] => {
      if (isOurs(promised, `image.build.stages[${index}]`)) return [];
      const { ids } = demandOf(promised, `image.build.stages[${index}].name`);
      const isLast = index === wanted.length - 1;
      const at = stages.findIndex((stage) => stage.name === name.toLowerCase());
      if (at === -1) {
        const unnamed = isLast && stages[last]?.name === undefined;
        const spot = spotIn((stages[Math.min(index, last)] as Stage).from);
        return unnamed ? [] : [{ spot, found: `no stage is called ${name}`, class: 'not-declared', clauses: ids }];
      }
      const { from: instruction } = stages[at] as Stage;
      const isEarly = at < from;
      from = at + 1;
      if (isEarly)
        return [{ spot: spotIn(instruction), found: `stage ${name} stands before one that the contract puts first`, clauses: ids }];
      return isLast && at !== last
        ? [{ spot: spotIn(instruction), found: `stage ${name} is not the last, so it does not ship`, clauses: ids }]
        : [];
    });
  },
};
