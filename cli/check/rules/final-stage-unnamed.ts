import { isOurs } from '../clauses-of-place';
import { type CheckRule, spotIn } from '../rule';

export const finalStageUnnamed: CheckRule = {
  id: 'final-stage-unnamed',
  class: 'not-declared',
  level: 'warning',
  promise: 'The last stage has the contract’s name.',
  why: 'Builds with --target and other checks cannot speak of it.',
  fix: 'name it',
  source: 'https://docs.docker.com/reference/dockerfile/#from',
  problems: ({ final, promised }) => {
    const image = promised?.contract.image;
    const stages = image?.kind === 'built' ? image.build.stages : [];
    const name = promised === undefined || isOurs(promised, `image.build.stages[${stages.length - 1}]`) ? undefined : stages.at(-1)?.name;
    return final === undefined || final.name !== undefined || name === undefined
      ? []
      : [{ spot: spotIn(final.from), found: `the last stage has no name, the contract calls it ${name}`, fix: `AS ${name}` }];
  },
};
