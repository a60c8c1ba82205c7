import { at, textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { sidesOf } from '../sides';

const LEVELS = ['privileged', 'baseline', 'restricted'];
const rank = (level: string): number => Math.max(0, LEVELS.indexOf(level));

export const podSecurityLowered: Rule = {
  id: 'pod-security-lowered',
  class: 'security',
  says: "A namespace's PodSecurity label is lowered or removed.",
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      if (pair.object.kind !== 'Namespace' || before === undefined || after === undefined) return [];
      return ['enforce', 'audit', 'warn'].flatMap((mode): readonly Found[] => {
        const label = `pod-security.kubernetes.io/${mode}`;
        const [from, to] = [before, after].map((json) => textOf(at(json, 'metadata', 'labels', label)));
        if (from === undefined || to === undefined || rank(to) >= rank(from)) return [];
        return [
          {
            object: pair.object,
            path: `metadata.labels[${label}]`,
            sentence: `PodSecurity ${mode} goes from ${from} to ${to === '' ? 'nothing' : to}`,
            cure: 'keep the level, and give what needs less a namespace of its own',
          },
        ];
      });
    }),
};
