import type { AllSubject, Rule } from '../rule';

export const systemsHaveTheirOwnName: Rule<AllSubject> = {
  id: 'systems-have-their-own-name',
  promise: 'Each system is listed once and no two have one name: they would share a namespace and a file.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  problems: ({ systems }) =>
    [...new Set(systems.map(({ name }) => name))].flatMap((name) => {
      const { length } = systems.filter((system) => system.name === name);
      const fix = 'list it once in systems/index.ts, or call the others something else';
      return length === 1 ? [] : [{ at: `${name}.name`, found: `${length} systems are called ${name}`, fix }];
    }),
};
