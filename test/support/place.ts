import { parseAllDocuments } from 'yaml';
import type { Synthesized } from '../../constructs/synthesize';
import type { PlacedSystem } from '../../contracts/placed';
import { ourSynthesis } from './our-synthesis';
import type { KubeObject } from './read-manifests';
import { see } from './see';

export type TargetName = 'minikube' | 'production';
/** One system at one target, as it stands in its file of dist. */
export interface Place {
  readonly target: TargetName;
  readonly placed: PlacedSystem;
  /** The whole file. */
  readonly text: string;
  readonly objects: readonly KubeObject[];
  /** `see('Deployment/todo-backend spec.replicas')` */
  readonly see: (where: string) => unknown;
}

export const placeOf = (system: string, target: TargetName, run: Synthesized = ourSynthesis()): Place => {
  const placed = run.systems.map(({ chart }) => chart.placed).find((one) => one.name === system && one.target.name === target);
  const text = run.files.get(`${placed?.target.folder ? `${placed.target.folder}/` : ''}${system}.k8s.yaml`);
  if (placed === undefined || text === undefined)
    throw new Error(`no ${system} at ${target}: ${JSON.stringify(run.findings, undefined, 2)}`);
  const objects: KubeObject[] = [...parseAllDocuments(text, { version: '1.1' })].map((document) => document.toJS());
  return {
    target,
    placed,
    text,
    objects,
    see: (where) => {
      const [name = '', path = ''] = where.split(' ');
      const object = objects.find(({ kind, metadata }) => `${kind}/${metadata?.name}` === name);
      if (object === undefined) throw new Error(`${system} at ${target} has no ${name}`);
      return see(object, path);
    },
  };
};
