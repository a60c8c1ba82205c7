import { demandOf } from '../clauses-of-place';
import { parseWords, unquoted } from '../dockerfile/parse-words';
import { PLATFORM_ARGUMENTS } from '../dockerfile/read-stages';
import type { Stage } from '../dockerfile/stage';
import { type CheckRule, type Problem, spotIn } from '../rule';

export const argumentsAreTheContracts: CheckRule = {
  id: 'arguments-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'Build arguments are declared, with the defaults of the contract.',
  why: 'A --build-arg that no ARG declares is ignored with a warning, and the image is built with something else than was asked for.',
  fix: 'declare it as the contract does',
  source: 'the contract',
  problems: ({ stages: { stages, before }, promised, file: { escapes } }) => {
    if (promised?.contract.image.kind !== 'built' || stages.length === 0) return [];
    const declarations = [...before, ...stages.flatMap(({ steps }) => steps.map(({ instruction }) => instruction))]
      .filter(({ keyword }) => keyword === 'ARG')
      .flatMap((instruction) =>
        parseWords(instruction.text, escapes).map((word) => ({
          instruction,
          name: word.split('=', 1)[0] ?? '',
          value: word.includes('=') ? unquoted(word.slice(word.indexOf('=') + 1), escapes) : undefined,
        })),
      );
    const first = (stages[0] as Stage).from;
    return Object.entries(promised.contract.image.build.arguments ?? {}).flatMap(([name, argument]): readonly Problem[] => {
      const place = `image.build.arguments.${name}`;
      const whole = demandOf(promised, place);
      const { ids, isDemanded } = whole.isDemanded ? whole : demandOf(promised, `${place}.default`);
      const own = declarations.filter((one) => one.name === name);
      if (argument.need === 'automatic') {
        if (!PLATFORM_ARGUMENTS.includes(name))
          return [
            { spot: spotIn(first), found: `the contract says that BuildKit gives ${name}, and it gives none of that name`, clauses: ids },
          ];
        return own
          .filter(({ value }) => value !== undefined)
          .map(({ instruction }) => ({
            spot: spotIn(instruction, name),
            found: `${name} has a default, and BuildKit gives it`,
            fix: `ARG ${name}`,
            clauses: ids,
          }));
      }
      if (own.length === 0)
        return isDemanded
          ? [
              {
                spot: spotIn(first),
                found: `no ARG declares ${name}, so --build-arg ${name} is ignored`,
                fix: `ARG ${name}${argument.default === undefined ? '' : `=${argument.default}`} in the stage that uses it`,
                class: 'not-declared',
                clauses: ids,
              },
            ]
          : [];
      const given = own.filter(({ value }) => value !== undefined);
      const wanted = argument.default;
      if (wanted === undefined) {
        if (argument.need === 'optional') return [];
        return given
          .filter(({ value }) => value !== '')
          .map(({ instruction, value }) => ({
            spot: spotIn(instruction, name),
            found: `${name} has the default ${value}, and the contract wants it given`,
            fix: `ARG ${name}`,
            clauses: ids,
          }));
      }
      if (given.length === 0)
        return [
          {
            spot: spotIn((own[0] as (typeof own)[number]).instruction, name),
            found: `${name} has no default, the contract says ${wanted}`,
            fix: `ARG ${name}=${wanted}`,
            class: 'not-declared',
            clauses: ids,
          },
        ];
      return given
        .filter(({ value }) => value !== wanted)
        .map(({ instruction, value }) => ({
          spot: spotIn(instruction, name),
          found: `${name} has the default ${value}, the contract says ${wanted}`,
          fix: `ARG ${name}=${wanted}`,
          clauses: ids,
        }));
    });
  },
};
