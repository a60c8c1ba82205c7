import { byPlace, type Finding } from './finding';
import { type PlacedSystem, place } from './place';
import type { PlainSystem, PlainTarget } from './plain';
import { type Reading, readSystem } from './read-system';
import { settingsHere } from './reading/settings-here';
import { type AllSubject, findingsOf, type PlacedSubject } from './rule';
import { ALL_RULES, CONTRACT_RULES, PLACED_RULES, SYSTEM_RULES } from './rules';
import { type Origin, unsaid } from './said';
import { systemShapeFindings, targetShapeFindings, versionsShapeFindings } from './shape';
import type { AnySystem } from './system';
import type { Target, Versions } from './target';

declare const checked: unique symbol;
/** A system at a target that keeps every rule. Constructs take nothing else. */
export type CheckedSystem = PlacedSystem & { readonly [checked]: true };

export interface Checked {
  /** Empty as soon as there is one finding. */
  readonly placed: readonly CheckedSystem[];
  readonly findings: readonly Finding[];
  /** Everything that is not a document's own word. */
  readonly origins: readonly Origin[];
}
export interface CheckedEach extends Omit<Checked, 'placed'> {
  /** Places one system after the other: all of them at once would be most of the memory of a large run. */
  readonly placed: () => Iterable<CheckedSystem>;
}
interface ReadTarget {
  readonly target: PlainTarget;
  readonly origins: readonly Origin[];
}

/** The types are the early voice; this is the authority: every check, of everything, at once. */
export const checkAll = (systems: readonly AnySystem[], targets: readonly Target[], versions: Versions): Checked => {
  const { placed, ...rest } = checkEach(systems, targets, versions);
  return { ...rest, placed: [...placed()] };
};
export const checkEach = (systems: readonly AnySystem[], targets: readonly Target[], versions: Versions): CheckedEach => {
  const shape = [
    ...systems.flatMap((system, index) => systemShapeFindings(system, index)),
    ...targets.flatMap((target, index) => targetShapeFindings(target, index)),
    ...versionsShapeFindings(versions),
  ];
  // What has no known shape cannot be read, and one unreadable part would make the others look wrong.
  if (shape.length > 0) return { placed: () => [], findings: inOrder(shape), origins: [] };

  const readings = systems.map(readSystem);
  const places = targets.map(readTarget);
  const all = readings.map(({ system }) => system);
  const findings = [
    ...findingsOf(ALL_RULES, allSubject(readings, places, versions)),
    ...readings.flatMap(({ system }) => [
      ...Object.entries(system.contracts).flatMap(([role, contract]) =>
        findingsOf(CONTRACT_RULES, { at: `${system.name}.${role}`, contract }),
      ),
      ...findingsOf(SYSTEM_RULES, { at: system.name, system }),
      ...places.flatMap(({ target }) => findingsOf(PLACED_RULES, placedSubject(system, all, target, versions))),
    ]),
  ];
  const origins = [...readings, ...places].flatMap((read) => read.origins);
  return { placed: () => (findings.length > 0 ? [] : placeEach(readings, places, versions)), findings: inOrder(findings), origins };
};

function* placeEach(readings: readonly Reading[], places: readonly ReadTarget[], versions: Versions): Generator<CheckedSystem> {
  const all = readings.map(({ system }) => system);
  const originsOf = new Map(readings.map(({ system, origins }) => [system.name, origins]));
  for (const { target, origins } of places) {
    for (const reading of readings) {
      const subject = placedSubject(reading.system, all, target, versions);
      const lent = lendersOf(subject.settings).flatMap((name) => originsOf.get(name) ?? []);
      yield place({ ...subject, origins: [...reading.origins, ...lent, ...origins] }) as CheckedSystem;
    }
  }
}
/** The systems whose containers serve a database of this one. */
const lendersOf = ({ databases = {} }: PlacedSubject['settings']): readonly string[] =>
  Object.values(databases).flatMap((one) => (one?.engine === 'patroni' ? [one.system] : []));

const readTarget = (target: Target): ReadTarget => {
  const { systems, ...own } = target;
  const origins: Origin[] = [];
  const settings = systems.map((placement) => ({
    system: placement.system,
    settings: unsaid(placement.settings, `${target.name}.${placement.system}`, origins),
  }));
  return { target: { ...(unsaid(own, target.name, origins) as PlainTarget), systems: settings as PlainTarget['systems'] }, origins };
};

const placedSubject = (system: PlainSystem, systems: readonly PlainSystem[], target: PlainTarget, versions: Versions): PlacedSubject => ({
  at: `${target.name}.${system.name}`,
  system,
  systems,
  target,
  settings: settingsHere(target, system.name),
  versions: versions[target.name] ?? {},
});
const allSubject = (readings: readonly Reading[], places: readonly ReadTarget[], versions: Versions): AllSubject => ({
  systems: readings.map(({ system }) => system),
  targets: places.map(({ target }) => target),
  versions,
});
const inOrder = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted(byPlace);
