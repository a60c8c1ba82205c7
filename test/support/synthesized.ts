import type { Manifest } from '../../constructs/in-apply-order';
import { synthesize } from '../../constructs/synthesize';
import type { AnySystem, Target, Versions } from '../../contracts';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';

export type Find = (name: `${string}/${string}`) => Manifest;

/** The manifests of one system at one target, by `Kind/name`. Fails on a finding and on a name that is not there. */
export const synthesized = (system: AnySystem, target: Target): Find => {
  const others = systems.filter(({ name }) => name !== system.name);
  const { findings, systems: made } = synthesize([...others, system], [target], versionsOf(target));
  if (findings.length > 0) throw new Error(JSON.stringify(findings, undefined, 2));
  const manifests = made.find(({ chart }) => chart.placed.name === system.name)?.manifests ?? [];
  return (name) => {
    const found = manifests.find(({ kind, metadata }) => `${kind}/${metadata.name}` === name);
    if (found === undefined)
      throw new Error(`${name} is not among ${manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`).join(', ')}`);
    return found;
  };
};
/** The part of versions.json that is the target's: a target that is not there is a finding. */
export const versionsOf = ({ name }: Target): Versions => ({ [name]: (versions as Versions)[name] ?? {} });

export const targetCalled = (name: string): Target => {
  const found = targets.find((target) => target.name === name);
  if (found === undefined) throw new Error(`no target ${name}`);
  return found;
};
