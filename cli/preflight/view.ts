import type { SynthesizedSystem } from '../../constructs/synthesize';
import type { PlainTarget } from '../../contracts/plain';
import type { JsonObject, KubeServer } from '../cluster/kube-server';
import { type FORBIDDEN, readObject } from '../cluster/read';
import type { Outcome } from './outcome';

/** What all checks look at. */
export interface View {
  readonly server: KubeServer;
  /** `v1.37.1` */
  readonly version: string;
  readonly target: PlainTarget;
  /** Names of all targets. */
  readonly targets: readonly string[];
  readonly systems: readonly SynthesizedSystem[];
  /** `kubectl --context minikube` */
  readonly kubectl: string;
  /** Values of secrets that were read, so that nothing printed repeats one. */
  readonly seen: Set<string>;
  /** What several checks ask is asked once. */
  readonly once: <T>(key: string, ask: () => Promise<T>) => Promise<T>;
}
/** Looks once, however many systems there are. */
export interface ClusterCheck {
  readonly id: string;
  readonly look: (view: View) => Promise<Outcome>;
}
/** Looks for one system. */
export interface SystemCheck {
  readonly id: string;
  readonly look: (view: View, made: SynthesizedSystem) => Promise<Outcome>;
}

export const onlyOnce = (): View['once'] => {
  const asked = new Map<string, Promise<unknown>>();
  return <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = (asked.get(key) ?? ask()) as Promise<T>;
    asked.set(key, known);
    return known;
  };
};
export const namespaceOf = (view: View, name: string): Promise<JsonObject | typeof FORBIDDEN | undefined> =>
  view.once(`namespace ${name}`, () => readObject(view.server, `/api/v1/namespaces/${name}`));
/** Where the manifests of a system stand. */
export const fileOf = ({ chart: { placed } }: SynthesizedSystem): string =>
  ['dist', placed.target.folder, `${placed.name}.k8s.yaml`].filter((part) => part !== '').join('/');
