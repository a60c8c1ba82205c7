import { type CheckedSystem, checkEach } from '../contracts/check-all';
import type { Finding } from '../contracts/finding';
import { flatMap } from '../contracts/reading/flat-map';
import type { Origin } from '../contracts/said';
import type { AnySystem } from '../contracts/system';
import type { Target, Versions } from '../contracts/target';
import { API_VERSIONS, type Emission, manifestOf } from './emission';
import { nameOf } from './in-apply-order';
import { libraryYaml } from './library-yaml';
import { objectsOf } from './objects-of';
import { patch } from './patch';
import { toYaml } from './to-yaml';

/** Takes a file: its path below the output folder, its YAML, and the system it is of. */
export type Take = (path: string, text: string, placed: CheckedSystem) => void;
export interface Outcome {
  /** With one of them no file counts. */
  readonly findings: readonly Finding[];
  /** What a person should know although nothing is wrong: facts that are still examples. */
  readonly notes: readonly string[];
  readonly origins: readonly Origin[];
}
/** One run over all systems and targets that holds one system at a time, and gives each file as soon as it is made. */
export type Synthesis = (take: Take) => Outcome;

/** `progress` hears of each file that is made, and of how many there are; at the end all are done. */
export const synthesizeEach =
  (
    systems: readonly AnySystem[],
    targets: readonly Target[],
    versions: Versions,
    progress: (made: number, of: number) => void = () => {},
  ): Synthesis =>
  (take) => {
    const count = systems.length * targets.length;
    const late: Finding[] = [];
    let made = 0;
    const { findings, origins } = checkEach(systems, targets, versions, (placed) => {
      const file = fileFor(placed);
      late.push(...file.findings);
      take(file.path, file.text, placed);
      made++;
      progress(made, count);
    });
    // A system with a finding makes no file, and is done all the same.
    progress(count, count);
    return { findings: [...findings, ...late], notes: examples(origins), origins };
  };

interface File {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}
const fileFor = (placed: CheckedSystem): File => {
  const { name, target } = placed;
  const objects = objectsOf(placed);
  // A manifest as data costs as much as its text, and only a patch and whoever explains need it.
  const patched = placed.patches.length === 0 ? undefined : patch(placed, objects.map(manifestOf));
  const texts = patched === undefined ? objects.map(textOf) : patched.manifests.map(libraryYaml);
  return {
    path: `${target.folder === '' ? '' : `${target.folder}/`}${name}.k8s.yaml`,
    text: texts.join('---\n'),
    findings: [...doubled(placed, objects), ...(patched?.findings ?? [])],
  };
};
const textOf = (object: Emission): string =>
  toYaml(API_VERSIONS[object.kind], object.kind, object.properties) ?? libraryYaml(manifestOf(object));

const doubled = ({ name, target }: CheckedSystem, objects: readonly Emission[]): readonly Finding[] => {
  // Equal names stand side by side in the order of a file.
  const twice = new Set(objects.map(nameOf).filter((one, index, all) => one === all[index - 1]));
  return [...twice].map((one) => ({
    at: `${target.name}.${name}`,
    found: `two objects are called ${one}`,
    fix: 'rename a container or a job of the system, so that what is made of one does not take the name of the other',
    rule: 'objects-are-distinct',
  }));
};

const examples = (origins: readonly Origin[]): readonly string[] => [
  ...new Set(
    flatMap(origins, (origin) =>
      origin.said === 'owner' ? [`${origin.at} is still the example ${String(origin.value)}: ${origin.ask}`] : [],
    ),
  ),
];
