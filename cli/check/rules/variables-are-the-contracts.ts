import { demandOf } from '../clauses-of-place';
import { unquoted } from '../dockerfile/parse-words';
import { pairsOf } from '../dockerfile/read-stages';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const variablesAreTheContracts: CheckRule = {
  id: 'variables-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'Variables that the image sets have the contract’s values.',
  why: 'Where nobody gives the variable at run time the image’s value holds, and the contract promises another.',
  fix: 'set the value of the contract',
  source: 'the contract',
  problems: ({ final, promised, file: { escapes } }) => {
    if (promised === undefined || final === undefined) return [];
    return Object.entries(promised.contract.env ?? {}).flatMap(([name, { need, default: wanted }]): readonly Problem[] => {
      if (wanted === undefined || need === 'at build') return [];
      const { ids, isDemanded } = demandOf(promised, `env.${name}.default`);
      const step = final.chain.findLast(
        ({ instruction }) => instruction.keyword === 'ENV' && pairsOf(instruction.text, escapes).some(([key]) => key === name),
      );
      if (step === undefined)
        return isDemanded && ids.length > 0
          ? [
              {
                spot: spotIn(final.from),
                found: `ENV ${name} is not set; the contract says ${wanted}`,
                fix: `ENV ${name}=${wanted}`,
                class: 'not-declared',
                clauses: ids,
              },
            ]
          : [];
      const [, written = ''] = pairsOf(step.instruction.text, escapes).find(([key]) => key === name) ?? [];
      const value = final.variables.get(name)?.value;
      const plain = unquoted(written, escapes).replace(/\$\{(\w+)\}/g, '$$$1');
      return plain === wanted || value === wanted || (value === undefined && need !== 'set by image')
        ? []
        : [
            {
              spot: spotIn(step, name),
              found: `ENV ${name} is ${value ?? plain}; the contract says ${wanted}`,
              fix: `ENV ${name}=${wanted}`,
              clauses: ids,
            },
          ];
    });
  },
};
