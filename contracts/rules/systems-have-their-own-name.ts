import { flatMap } from '../reading/flat-map';
import type { AllSubject, Rule } from '../rule';

export const systemsHaveTheirOwnName: Rule<AllSubject> = {
  id: 'systems-have-their-own-name',
  promise: 'Each system is listed once and no two have one name: they would share a namespace and a file.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  problems: ({ systems }) => {
    const counts = new Map<string, number>();
    for (const { name } of systems) counts.set(name, (counts.get(name) ?? 0) + 1);
    return flatMap([...counts], ([name, length]) => {
      const fix = 'list it once in systems/index.ts, or call the others something else';
      return length === 1 ? [] : [{ at: `${name}.name`, found: `${length} systems are called ${name}`, fix }];
    });
  },
};
