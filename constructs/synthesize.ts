import { byTarget, type CheckedSystem } from '../contracts/check-all';
import type { Finding } from '../contracts/finding';
import type { Origin } from '../contracts/said';
import type { AnySystem } from '../contracts/system';
import type { Target, Versions } from '../contracts/target';
import { type Emission, manifestOf } from './emission';
import { type Manifest, nameOf } from './in-apply-order';
import { objectsOf } from './objects-of';
import { patch } from './patch';
import { synthesizeEach } from './synthesize-each';
import type { SystemChartProps } from './system-chart';

/** One file of dist. */
export interface SynthesizedSystem {
  /** What a SystemChart takes: in a cdk8s app of one's own it is `new SystemChart(app, 'id', chart)`. */
  readonly chart: SystemChartProps;
  /** In the order of the file, patches applied; made when somebody reads them. */
  readonly manifests: readonly Manifest[];
  /** How each was made, by `Kind/name`. */
  readonly emissions: ReadonlyMap<string, Emission>;
}
/** One run over all systems and targets, whole in memory. */
export interface Synthesized {
  /** Path below the output folder -> YAML. No file when there is a finding. */
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** What a person should know although nothing is wrong: facts that are still examples. */
  readonly notes: readonly string[];
  /** Made when somebody reads them. */
  readonly systems: readonly SynthesizedSystem[];
  readonly origins: readonly Origin[];
}

export const synthesize = (systems: readonly AnySystem[], targets: readonly Target[], versions: Versions): Synthesized => {
  const files = new Map<string, string>();
  const placed: CheckedSystem[] = [];
  const run = synthesizeEach(systems, targets, versions);
  const { findings, notes, origins } = run((path, text, one) => {
    files.set(path, text);
    placed.push(one);
  });
  if (findings.length > 0) files.clear();
  let made: readonly SynthesizedSystem[] | undefined;
  return {
    files,
    findings,
    notes,
    get systems() {
      made ??= findings.length > 0 ? [] : byTarget(placed, targets).map(synthesized);
      return made;
    },
    origins,
  };
};

const synthesized = (placed: CheckedSystem): SynthesizedSystem => {
  const objects = objectsOf(placed);
  let manifests: readonly Manifest[] | undefined;
  return {
    chart: { placed },
    emissions: new Map(objects.map((object) => [nameOf(object), object])),
    get manifests() {
      manifests ??= patch(placed, objects.map(manifestOf)).manifests;
      return manifests;
    },
  };
};
