import { ApiObject, App, Yaml } from 'cdk8s';
import { checkAll } from '../contracts/check-all';
import type { Finding } from '../contracts/finding';
import type { Origin } from '../contracts/said';
import type { AnySystem } from '../contracts/system';
import type { Target, Versions } from '../contracts/target';
import { type Emission, emissionOf } from './emit';
import { inApplyOrder, type Manifest, nameOf } from './in-apply-order';
import { patch } from './patch';
import { SystemChart } from './system-chart';

/** One file of dist. */
export interface SynthesizedSystem {
  readonly chart: SystemChart;
  /** In the order of the file, patches applied. */
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
  readonly systems: readonly SynthesizedSystem[];
  readonly origins: readonly Origin[];
}

export const synthesize = (systems: readonly AnySystem[], targets: readonly Target[], versions: Versions): Synthesized => {
  const { placed, findings, origins } = checkAll(systems, targets, versions);
  const app = new App();
  const made = placed.map((one) => manifestsOf(new SystemChart(app, `${one.target.name}-${one.name}`, { placed: one })));
  const all = [...findings, ...made.flatMap((one) => one.findings)];
  const files = all.length > 0 ? [] : made.map(({ system }) => [fileOf(system.chart), Yaml.stringify(...system.manifests)] as const);
  return {
    files: new Map(files),
    findings: all,
    notes: examples(origins),
    systems: all.length > 0 ? [] : made.map(({ system }) => system),
    origins,
  };
};

const manifestsOf = (chart: SystemChart): { readonly system: SynthesizedSystem; readonly findings: readonly Finding[] } => {
  const objects = chart.node.findAll().filter((node): node is ApiObject => node instanceof ApiObject);
  const made = objects.map((object) => ({ manifest: object.toJson() as Manifest, emission: emissionOf(object) }));
  const emissions = new Map(made.map(({ manifest, emission }) => [nameOf(manifest), emission]));
  const { manifests, findings } = patch(chart.placed, made.map(({ manifest }) => manifest).sort(inApplyOrder));
  return { system: { chart, manifests, emissions }, findings: [...doubled(chart, made), ...findings] };
};

const doubled = ({ placed }: SystemChart, made: readonly { readonly manifest: Manifest }[]): readonly Finding[] => {
  const names = made.map(({ manifest }) => nameOf(manifest));
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    at: `${placed.target.name}.${placed.name}`,
    found: `two objects are called ${name}`,
    fix: 'rename a container or a job of the system, so that what is made of one does not take the name of the other',
    rule: 'objects-are-distinct',
  }));
};

const fileOf = ({ placed: { name, target } }: SystemChart): string => `${target.folder === '' ? '' : `${target.folder}/`}${name}.k8s.yaml`;

const examples = (origins: readonly Origin[]): readonly string[] => [
  ...new Set(
    origins.flatMap((origin) =>
      origin.said === 'owner' ? [`${origin.at} is still the example ${String(origin.value)}: ${origin.ask}`] : [],
    ),
  ),
];
