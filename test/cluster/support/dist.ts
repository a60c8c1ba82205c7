import { join } from 'node:path';
import { type KubeObject, readManifests } from '../../support/read-manifests';

export const SYSTEMS = ['habit-tracker', 'postgres-patroni', 'realtime-svg', 'todo-agents', 'todo-chatbot'] as const;
export type SystemName = (typeof SYSTEMS)[number];

export const distFolder = join(__dirname, '../../../dist');
export const distFile = (system: SystemName, folder = distFolder): string => join(folder, `${system}.k8s.yaml`);

/** The objects of one system, as dist has them. */
export const objectsOf = (system: SystemName, folder = distFolder): KubeObject[] =>
  readManifests(folder)
    .filter(({ file }) => file === `${system}.k8s.yaml`)
    .map(({ object }) => object);
