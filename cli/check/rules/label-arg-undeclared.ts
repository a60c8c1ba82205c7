import { baseFacts } from '../dockerfile/base-facts';
import { usesIn } from '../dockerfile/expand';
import { PLATFORM_ARGUMENTS } from '../dockerfile/read-stages';
import { allSteps, type CheckRule } from '../rule';

export const labelArgUndeclared: CheckRule = {
  id: 'label-arg-undeclared',
  class: 'defect',
  level: 'problem',
  promise: 'Variables of labels are declared in the stage.',
  why: 'The label is there and empty, so nobody can tell which version runs.',
  fix: 'declare the argument in this stage',
  source: 'https://docs.docker.com/reference/dockerfile/#scope',
  problems: (subject) =>
    allSteps(subject)
      .filter(({ instruction }) => instruction.keyword === 'LABEL')
      .flatMap((step) => {
        const { sets } = baseFacts(step.stage.root);
        const isUnset = (name: string) =>
          !step.variables.has(name) && (PLATFORM_ARGUMENTS.includes(name) || (sets !== undefined && !sets.includes(name)));
        return usesIn(step.instruction.text, '\\')
          .filter(({ name, operator }) => operator === undefined && isUnset(name))
          .map(({ name, offset }) => ({
            spot: step.instruction.spotOf(offset),
            found: `$${name} is empty in this label: no ARG of the stage declares it`,
            fix: `ARG ${name} before it`,
          }));
      }),
};
