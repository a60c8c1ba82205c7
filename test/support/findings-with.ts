import type { AnySystem } from '../../contracts';
import { checkAll } from '../../contracts/check-all';
import type { Finding } from '../../contracts/finding';
import type { Target, Versions } from '../../contracts/target';
import { containerWith } from './container-with';
import { laptop } from './target-with';

/** A system that keeps every rule, with the given fields replaced. */
export const systemWith = (changes: Readonly<Record<string, unknown>> = {}): AnySystem =>
  ({ name: 'shop', containers: { api: containerWith() }, given: {}, ...changes }) as AnySystem;

interface World {
  readonly systems?: readonly AnySystem[];
  readonly targets?: readonly Target[];
  readonly versions?: Versions;
}
/** Every finding there is, of every rule: one mistake is one finding. */
export const findingsWith = ({ systems = [systemWith()], targets = [laptop], versions = {} }: World): readonly Finding[] =>
  checkAll(systems, targets, versions).findings;
export const findingsIn = (changes: Readonly<Record<string, unknown>>): readonly Finding[] =>
  findingsWith({ systems: [systemWith(changes)] });
