import type { Answer } from '../../../cli/answer';
import type { Chosen } from '../../../cli/cluster/chosen-systems';
import type { KubeServer } from '../../../cli/cluster/kube-server';
import { preflightOn } from '../../../cli/preflight/run-preflight';
import { type SynthesizedSystem, synthesize } from '../../../constructs/synthesize';
import type { AnySystem, Target } from '../../../contracts';
import { systems } from '../../../systems';
import { targets, versions } from '../../../targets';
import { kubectlJson } from '../support/kubectl';

const names = targets.map(({ name }) => name);
const made = new Map<string, Chosen>();

/** One of our systems at one of our targets. */
export const ours = (system: string, target: string): Chosen => {
  const all = made.get('all') ?? chosenFrom(systems, targets);
  made.set('all', all);
  return { ...all, systems: all.systems.filter(at(system, target)) };
};
/** The same at a target that differs. */
export const changed = (system: string, target: Target): Chosen => {
  const all = chosenFrom(systems, [target]);
  return { ...all, systems: all.systems.filter(at(system, target.name)) };
};
const at =
  (system: string, target: string) =>
  ({ chart: { placed } }: SynthesizedSystem): boolean =>
    placed.name === system && placed.target.name === target;
const chosenFrom = (all: readonly AnySystem[], places: readonly Target[]): Chosen => {
  const known = Object.fromEntries(Object.entries(versions).filter(([target]) => places.some(({ name }) => name === target)));
  const { systems: synthesized, findings } = synthesize(all, places, known);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return { systems: synthesized, targets: names };
};

interface Lack {
  readonly check: string;
  readonly what: string;
  readonly cure: string;
  readonly isCommand: boolean;
}
export interface LookedAt {
  readonly code: Answer['code'];
  readonly lacks: readonly Lack[];
  readonly notes: readonly { readonly what: string }[];
}
/** What was printed, all of it, for the test of canaries. */
export const printed: string[] = [];

export const lookAt = async (server: KubeServer, chosen: Chosen): Promise<LookedAt> => {
  const target = chosen.systems[0]?.chart.placed.target.name ?? '';
  const options = { system: undefined, target, context: undefined, timings: true };
  const text = await preflightOn(server, chosen, { ...options, format: 'text' }, (_, plain) => plain);
  const json = await preflightOn(server, chosen, { ...options, format: 'json' }, (_, plain) => plain);
  printed.push(text.out, json.out);
  return { code: json.code, ...JSON.parse(json.out) };
};

/** Every value of every Secret in these namespaces that could not be a common word. */
export const secretValuesIn = (namespaces: readonly string[]): readonly string[] =>
  namespaces.flatMap((namespace) =>
    kubectlJson('-n', namespace, 'get', 'secrets').items.flatMap(({ data }: { data?: Record<string, string> }) =>
      Object.values(data ?? {})
        .map((value) => Buffer.from(value, 'base64').toString())
        .filter(({ length }) => length > 5),
    ),
  );
