import { byPlace, type Finding } from './finding';
import { place } from './place';
import type { PlacedSystem } from './placed';
import type { PlainSystem, PlainTarget } from './plain';
import { type Reading, readSystem } from './read-system';
import { flatMap } from './reading/flat-map';
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
/** Takes a system at a target that keeps every rule asked of it alone. What was taken counts when the whole has no finding. */
export type TakeChecked = (placed: CheckedSystem) => void;
interface ReadTarget {
  readonly target: PlainTarget;
  readonly origins: readonly Origin[];
}

/** The types are the early voice; this is the authority: every check, of everything, at once. */
export const checkAll = (systems: readonly AnySystem[], targets: readonly Target[], versions: Versions): Checked => {
  const placed: CheckedSystem[] = [];
  const rest = checkEach(systems, targets, versions, (one) => placed.push(one));
  return { ...rest, placed: rest.findings.length > 0 ? [] : byTarget(placed, targets) };
};
/** One target after the other, as they were given. */
export const byTarget = (placed: readonly CheckedSystem[], targets: readonly Target[]): readonly CheckedSystem[] =>
  flatMap(targets, ({ name }) => placed.filter(({ target }) => target.name === name));
/** The same, holding one system at a time: all of them at once would be most of the memory of a large run. */
export const checkEach = (
  systems: readonly AnySystem[],
  targets: readonly Target[],
  versions: Versions,
  take: TakeChecked,
): Omit<Checked, 'placed'> => {
  const shape = [
    ...flatMap(systems, (system, index) => systemShapeFindings(system, index)),
    ...flatMap(targets, (target, index) => targetShapeFindings(target, index)),
    ...versionsShapeFindings(versions),
  ];
  // What has no known shape cannot be read, and one unreadable part would make the others look wrong.
  if (shape.length > 0) return { findings: inOrder(shape), origins: [] };

  const places = targets.map(readTarget);
  const plainTargets = places.map(({ target }) => target);
  const lending = new Map(systems.filter(mayLend).map((authored) => [authored, readSystem(authored)]));
  const lenders = [...lending.values()];
  const origins: Origin[] = [];
  const findings: Finding[] = [];
  let thrown: unknown;
  const inShorts = systems.map((authored) => {
    const reading = lending.get(authored) ?? readSystem(authored);
    const own = findingsIn(reading.system, lenders, places, versions);
    origins.push(...reading.origins);
    findings.push(...own);
    try {
      if (own.length === 0) for (const one of places) take(placedAt(reading, lenders, one, versions));
    } catch (error) {
      // What a rule about all systems refuses, or about one that serves this, may be more than a construct can take.
      thrown ??= error;
    }
    // Read again by the rules that want more: what was read of all of them would stay until the end.
    return inShort(reading.system, plainTargets, () => readSystem(authored).system);
  });
  findings.push(...findingsOf(ALL_RULES, { systems: inShorts, targets: plainTargets, versions }));
  if (findings.length === 0 && thrown !== undefined) throw thrown;
  origins.push(...flatMap(places, (read) => read.origins));
  return { findings: inOrder(findings), origins };
};

const findingsIn = (
  system: PlainSystem,
  lenders: readonly Reading[],
  places: readonly ReadTarget[],
  versions: Versions,
): readonly Finding[] => [
  ...flatMap(Object.entries(system.contracts), ([role, contract]) =>
    findingsOf(CONTRACT_RULES, { at: `${system.name}.${role}`, contract }),
  ),
  ...findingsOf(SYSTEM_RULES, { at: system.name, system }),
  ...flatMap(places, ({ target }) => findingsOf(PLACED_RULES, placedSubject(system, lenders, target, versions))),
];

const placedAt = (reading: Reading, lenders: readonly Reading[], { target, origins }: ReadTarget, versions: Versions): CheckedSystem => {
  const subject = placedSubject(reading.system, lenders, target, versions);
  const names = lendersOf(subject.settings);
  const lent = flatMap(
    lenders.filter(({ system }) => names.includes(system.name)),
    (one) => one.origins,
  );
  return place({ ...subject, origins: [...reading.origins, ...lent, ...origins] }) as CheckedSystem;
};
/** Whether its containers may serve a database of another system: these alone are kept as a whole. */
const mayLend = ({ containers }: AnySystem): boolean =>
  Object.values(containers).some(({ contract }) => contract.needs?.election !== undefined);
/** The systems whose containers serve a database of this one. */
const lendersOf = ({ databases = {} }: PlacedSubject['settings']): readonly string[] =>
  flatMap(Object.values(databases), (one) => (one?.engine === 'patroni' ? [one.system] : []));

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
