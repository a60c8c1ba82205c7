import { checkAll } from '../../contracts/check-all';
import { toText } from '../../contracts/finding';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';
import { type Answer, PROBLEMS, refused } from '../answer';
import { noSuch } from '../no-such';
import type { Wish } from './make-secrets';
import { secrets } from './secrets';

/** The Secrets of one of the systems of this repository at one of its targets. */
export const secretsOfSystem = (system: string, target: string, wish: Wish): Answer => {
  const names = systems.map(({ name }) => name);
  const places = targets.map(({ name }) => name);
  if (!names.includes(system)) return refused(noSuch('system', system, names));
  if (!places.includes(target)) return refused(noSuch('target', target, places));
  const { findings, placed } = checkAll(systems, targets, versions);
  if (findings.length > 0) return { code: PROBLEMS, out: '', err: findings.map(toText) };
  const one = placed.find((each) => each.name === system && each.target.name === target);
  if (one === undefined) throw new Error(`${system} was not placed at ${target}`);
  return secrets(one, wish);
};
