import { ApiObject, App } from 'cdk8s';
import { type CheckedSystem, checkAll } from '../contracts/check-all';
import type { Finding } from '../contracts/finding';
import type { Origin } from '../contracts/said';
import type { AnySystem } from '../contracts/system';
import type { Target, Versions } from '../contracts/target';
import { type Emission, emissionOf } from './emit';
import { inApplyOrder, type Manifest, nameOf } from './in-apply-order';
import { libraryYaml } from './library-yaml';
import { patch } from './patch';
import { SystemChart } from './system-chart';
import { toYaml } from './to-yaml';

/** One file of dist. */
export interface SynthesizedSystem {
  readonly chart: SystemChart;
  /** In the order of the file, patches applied; made when somebody reads them. */
  readonly manifests: readonly Manifest[];
  /** How each was made, by `Kind/name`. */
  readonly emissions: ReadonlyMap<string, Emission>;
}
/** One run over all systems and targets. `files`: path below the output folder -> YAML. No file when there is a finding. */
export interface Synthesis {
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** What a person should know although nothing is wrong: facts that are still examples. */
  readonly notes: readonly string[];
}
export interface Synthesized extends Synthesis {
  /** Made anew when somebody reads them. */
  readonly systems: readonly SynthesizedSystem[];
  readonly origins: readonly Origin[];
}

/** `progress` hears of each system that is made, and of how many there are. */
export const synthesize = (
  systems: readonly AnySystem[],
  targets: readonly Target[],
  versions: Versions,
  progress: (made: number, of: number) => void = () => {},
): Synthesized => {
  const { placed, findings, origins } = checkAll(systems, targets, versions);
  const made = placed.map((one, index) => {
    // The tree of one system goes once its text is there: all trees at once would be most of the memory of a large run.
    const { text, findings: own } = filesOf(chartOf(one));
    progress(index + 1, placed.length);
    return { file: fileOf(one), text, findings: own };
  });
  const all = [...findings, ...made.flatMap((one) => one.findings)];
  let remade: readonly SynthesizedSystem[] | undefined;
  return {
    files: new Map(all.length > 0 ? [] : made.map(({ file, text }) => [file, text])),
    findings: all,
    notes: examples(origins),
    get systems() {
      remade ??= all.length > 0 ? [] : placed.map((one) => filesOf(chartOf(one)).system);
      return remade;
    },
    origins,
  };
};
const chartOf = (placed: CheckedSystem): SystemChart => new SystemChart(new App(), `${placed.target.name}-${placed.name}`, { placed });

interface Made {
  readonly system: SynthesizedSystem;
  readonly text: string;
  readonly findings: readonly Finding[];
}
const filesOf = (chart: SystemChart): Made => {
  const objects = chart.node
    .findAll()
    .filter((node): node is ApiObject => node instanceof ApiObject)
    .sort(inApplyOrder);
  const emissions = new Map(objects.map((object) => [nameOf(object), emissionOf(object)]));
  let manifests: readonly Manifest[] | undefined;
  // A manifest as data costs as much as its text, and only a patch and whoever explains need it.
  const made = (): readonly Manifest[] => (manifests ??= objects.map((object) => object.toJson() as Manifest));
  const patched = chart.placed.patches.length === 0 ? undefined : patch(chart.placed, made());
  const system: SynthesizedSystem = {
    chart,
    emissions,
    get manifests() {
      return patched?.manifests ?? made();
    },
  };
  const text = patched === undefined ? objects.map(textOf) : patched.manifests.map(libraryYaml);
  return { system, text: text.join('---\n'), findings: [...doubled(chart, objects), ...(patched?.findings ?? [])] };
};

const textOf = (object: ApiObject): string => {
  const { properties } = emissionOf(object);
  return toYaml(object.apiVersion, object.kind, properties as object) ?? libraryYaml(object.toJson());
};

const doubled = ({ placed }: SystemChart, objects: readonly ApiObject[]): readonly Finding[] => {
  const names = objects.map(nameOf);
  const seen = new Set<string>();
  const twice = new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
  return [...twice].map((name) => ({
    at: `${placed.target.name}.${placed.name}`,
    found: `two objects are called ${name}`,
    fix: 'rename a container or a job of the system, so that what is made of one does not take the name of the other',
    rule: 'objects-are-distinct',
  }));
};

const fileOf = ({ name, target }: CheckedSystem): string => `${target.folder === '' ? '' : `${target.folder}/`}${name}.k8s.yaml`;

const examples = (origins: readonly Origin[]): readonly string[] => [
  ...new Set(
    origins.flatMap((origin) =>
      origin.said === 'owner' ? [`${origin.at} is still the example ${String(origin.value)}: ${origin.ask}`] : [],
    ),
  ),
];
