import type { ComposeProblem, ComposeRule } from '../rule';

export const composeServicesAreTheContracts: ComposeRule = {
  id: 'compose-services-are-the-contracts',
  class: 'not-declared',
  level: 'problem',
  promise: 'Each container of the contract is one service, and it can be told which.',
  why: 'A container without a service is missed by everybody who starts the system; one that may be two services is held to nothing.',
  fix: 'give the service the image, the build or the name of the contract',
  source: 'the contract',
  problems: ({ project, system, unpaired }) =>
    unpaired.flatMap(({ role, promised, candidates }): readonly ComposeProblem[] => {
      const [first] = candidates;
      const names = candidates.map(({ name }) => name).join(' and ');
      if (first !== undefined)
        return [
          {
            at: first.at,
            found: `${names} may each be ${promised.at}; which one is, cannot be told, so none is held to it`,
            fix: `call the service ${role}, or set container_name: ${promised.contract.name}`,
            level: 'warning',
          },
        ];
      if (project.isOpen || system === undefined) return [];
      return [
        {
          at: { file: project.path, line: 1, column: 1 },
          found: `no service is ${promised.at}`,
          fix: `add a service ${role}`,
          clauses: system.expects.filter(({ services }) => services?.includes(role)).map(({ clause }) => clause),
          // An image that others publish may as well run elsewhere.
          level: promised.contract.image.kind === 'built' ? 'problem' : 'warning',
        },
      ];
    }),
};
