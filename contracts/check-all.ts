import { byPlace, type Finding } from './finding';
import { place } from './place';
import type { PlacedSystem } from './placed';
import type { PlainSystem, PlainTarget } from './plain';
import { type Reading, readSystem } from './read-system';
import { inShort } from './reading/in-short';
import { settingsHere } from './reading/settings-here';
import { findingsOf, type PlacedSubject } from './rule';
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

  const places = targets.map(readTarget);
  const lenders = systems.filter(mayLend).map(readSystem);
  const origins: Origin[] = [];
  const findings: Finding[] = [];
  // A system is read here and again where it is placed: what was read of all of them, and of each rule about it, would stay until the end.
  const inShorts = systems.map((authored) => {
    const { system, origins: own } = readSystem(authored);
    origins.push(...own);
    findings.push(...findingsIn(system, lenders, places, versions));
    return inShort(system, () => readSystem(authored).system);
  });
  findings.push(...findingsOf(ALL_RULES, { systems: inShorts, targets: places.map(({ target }) => target), versions }));
  origins.push(...places.flatMap((read) => read.origins));
  return { placed: () => (findings.length > 0 ? [] : placeEach(systems, lenders, places, versions)), findings: inOrder(findings), origins };
};

const findingsIn = (
  system: PlainSystem,
  lenders: readonly Reading[],
  places: readonly ReadTarget[],
  versions: Versions,
): readonly Finding[] => [
  ...Object.entries(system.contracts).flatMap(([role, contract]) => findingsOf(CONTRACT_RULES, { at: `${system.name}.${role}`, contract })),
  ...findingsOf(SYSTEM_RULES, { at: system.name, system }),
  ...places.flatMap(({ target }) => findingsOf(PLACED_RULES, placedSubject(system, lenders, target, versions))),
];

function* placeEach(
  systems: readonly AnySystem[],
  lenders: readonly Reading[],
  places: readonly ReadTarget[],
  versions: Versions,
): Generator<CheckedSystem> {
  const originsOf = new Map(lenders.map(({ system, origins }) => [system.name, origins]));
  for (const { target, origins } of places) {
    for (const authored of systems) {
      const reading = readSystem(authored);
      const subject = placedSubject(reading.system, lenders, target, versions);
      const lent = lendersOf(subject.settings).flatMap((name) => originsOf.get(name) ?? []);
      yield place({ ...subject, origins: [...reading.origins, ...lent, ...origins] }) as CheckedSystem;
    }
  }
}
/** Whether its containers may serve a database of another system: these alone are kept as a whole. */
const mayLend = ({ containers }: AnySystem): boolean =>
  Object.values(containers).some(({ contract }) => contract.needs?.election !== undefined);
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

const placedSubject = (system: PlainSystem, lenders: readonly Reading[], target: PlainTarget, versions: Versions): PlacedSubject => ({
  at: `${target.name}.${system.name}`,
  system,
  systems: lenders.map((one) => one.system),
  target,
  settings: settingsHere(target, system.name),
  versions: versions[target.name] ?? {},
});
const inOrder = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted(byPlace);
