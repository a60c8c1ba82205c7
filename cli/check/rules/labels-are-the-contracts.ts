import { demandOf } from '../clauses-of-place';
import { expand } from '../dockerfile/expand';
import { unquoted } from '../dockerfile/parse-words';
import { pairsOf } from '../dockerfile/read-stages';
import { ofKeyword } from '../dockerfile/stage';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const labelsAreTheContracts: CheckRule = {
  id: 'labels-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'The image carries the labels of the contract.',
  why: 'Registries and scanners find an image’s source and version by its labels.',
  fix: 'set the label',
  source: 'the contract',
  problems: ({ final, promised, file: { escapes } }) => {
    if (promised?.contract.image.kind !== 'built' || final === undefined) return [];
    return Object.entries(promised.contract.image.labels ?? {}).flatMap(([name, wanted]): readonly Problem[] => {
      const { ids, isDemanded, level } = demandOf(promised, `image.labels.${name}`);
      const step = ofKeyword(final.chain, 'LABEL').findLast(({ instruction }) =>
        pairsOf(instruction.text, escapes).some(([key]) => unquoted(key, escapes) === name),
      );
      if (step === undefined)
        return isDemanded
          ? [
              {
                spot: spotIn(final.from),
                found: `there is no label ${name}`,
                fix: `LABEL ${name}="${typeof wanted === 'string' ? wanted : '…'}"`,
                class: 'not-declared',
                clauses: ids,
                level,
              },
            ]
          : [];
      if (typeof wanted !== 'string') return [];
      const [, written = ''] = pairsOf(step.instruction.text, escapes).find(([key]) => unquoted(key, escapes) === name) ?? [];
      const value = expand(written, step.variables, escapes);
      return value === undefined || unquoted(value, escapes) === wanted
        ? []
        : [
            {
              spot: spotIn(step, name),
              found: `label ${name} is ${unquoted(value, escapes)}; the contract says ${wanted}`,
              clauses: ids,
              level,
            },
          ];
    });
  },
};
