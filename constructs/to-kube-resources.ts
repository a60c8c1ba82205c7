import type { Sourced } from '../contracts/placed';
import type { PlainContract } from '../contracts/plain';
import { canonicalCpu, canonicalMemory } from '../contracts/units';
import { type Because, type Explained, say } from './explained';
import type { k8s } from './k8s';
import { Scalar } from './scalar';

export const toKubeMemory = (memory: string): k8s.Quantity => new Scalar(canonicalMemory(memory));

type Quantities = Readonly<Record<string, Because<k8s.Quantity>>>;

export const toKubeResources = (
  { value: { requests, limits }, at }: Sourced<PlainContract['resources']>,
  disk: Because<k8s.Quantity> | undefined,
): Explained<k8s.ResourceRequirements> => {
  const cpu = (text: string, place: string) => say(new Scalar(canonicalCpu(text)), `${at}.${place}.cpu`);
  const memory = (text: string, place: string) => say(toKubeMemory(text), `${at}.${place}.memory`);
  // What is undefined is left out where this is written.
  const sum = (of: 'requests' | 'limits', cpus: string | undefined, bytes: string) =>
    ({ cpu: cpus === undefined ? undefined : cpu(cpus, of), 'ephemeral-storage': disk, memory: memory(bytes, of) }) as Quantities;
  return { limits: sum('limits', limits.cpu, limits.memory), requests: sum('requests', requests.cpu, requests.memory) };
};
