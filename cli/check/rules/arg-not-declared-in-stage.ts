import { usesIn } from '../dockerfile/expand';
import { ofKeyword } from '../dockerfile/stage';
import type { CheckRule } from '../rule';

/** A shell sets it by itself. */
const setsIt = (name: string): RegExp =>
  new RegExp(`(?:^|[\\s;&|(])(?:export |local |readonly )?${name}=|\\b(?:for|read(?: -\\w+)*) ${name}\\b|getopts \\S+ ${name}\\b`, 'm');

export const argNotDeclaredInStage: CheckRule = {
  id: 'arg-not-declared-in-stage',
  class: 'defect',
  level: 'problem',
  promise: 'An argument is declared in the stage that uses it.',
  why: 'Arguments end with their stage, and those before FROM reach FROM alone: the command runs with an empty word.',
  fix: 'declare it again in this stage',
  source: 'https://docs.docker.com/reference/dockerfile/#scope',
  problems: ({ stages: { stages, globals } }) => {
    const declared = new Set([
      ...globals.keys(),
      ...stages.flatMap(({ steps }) => ofKeyword(steps, 'ARG').map(({ instruction }) => instruction.text.split('=', 1)[0] ?? '')),
    ]);
    return stages.flatMap(({ chain, steps }) => {
      const seen = new Set<string>();
      const assigned = chain.map(({ instruction }) => instruction.text).join('\n');
      return steps
        .filter(({ instruction }) => ['RUN', 'COPY', 'ADD', 'ENV', 'WORKDIR', 'USER', 'EXPOSE', 'VOLUME'].includes(instruction.keyword))
        .flatMap((step) =>
          usesIn(step.instruction.text, '\\').flatMap(({ name, offset, operator }) => {
            if (!declared.has(name) || step.variables.has(name) || operator !== undefined || seen.has(name) || setsIt(name).test(assigned))
              return [];
            seen.add(name);
            return [
              {
                spot: step.instruction.spotOf(offset),
                found: `$${name} is empty here: its ARG stands in another stage or before FROM`,
                fix: `ARG ${name} in this stage`,
              },
            ];
          }),
        );
    });
  },
};
