import { contradiction, notDeclared } from '../problem-at';
import { isKnown } from '../read/node';
import type { ComposeProblem, ComposeRule } from '../rule';
import { shown } from '../shown';
import { comparedPairs } from '../wanted-pairs';

export const composeContainerNamesAreTheContracts: ComposeRule = {
  id: 'compose-container-names-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  promise: 'A container has the name that the contract gives it on a laptop.',
  why: 'Commands in scripts and documents name the container; under another name they find nothing.',
  fix: 'set container_name as the contract says',
  source: 'the contract',
  problems: (subject) =>
    comparedPairs(subject).flatMap(({ role, service }): readonly ComposeProblem[] => {
      const wanted = subject.system?.system.development.containers[role]?.containerName;
      const whole = subject.system?.whole;
      const { containerName } = service;
      if (wanted === undefined || whole === undefined || service.isOpen) return [];
      const place = `development.containers.${role}.containerName`;
      if (containerName === undefined)
        return notDeclared(
          whole,
          place,
          service.at,
          `the container has no name of its own; the contract says ${wanted}`,
          `container_name: ${wanted}`,
        );
      return containerName.text === wanted || !isKnown(containerName.text)
        ? []
        : [
            contradiction(
              whole,
              place,
              containerName.at,
              `the container is called ${shown(containerName)}; the contract says ${wanted}`,
              `container_name: ${wanted}`,
            ),
          ];
    }),
};
