import type { Sourced } from '../contracts/placed';
import type { PlainContract } from '../contracts/plain';
import { canonicalCpu, canonicalMemory } from '../contracts/units';
import { type Because, type Explained, say } from './explained';
import type { k8s } from './k8s';
import { Scalar } from './scalar';

export const toKubeMemory = (memory: string): k8s.Quantity => new Scalar(canonicalMemory(memory));

export const toKubeResources = (
  { value: { requests, limits }, at }: Sourced<PlainContract['resources']>,
  disk: Because<k8s.Quantity> | undefined,
): Explained<k8s.ResourceRequirements> => {
  const cpu = (text: string, place: string) => say(new Scalar(canonicalCpu(text)), `${at}.${place}.cpu`);
  const memory = (text: string, place: string) => say(toKubeMemory(text), `${at}.${place}.memory`);
  const ofDisk: Readonly<Record<string, Because<k8s.Quantity>>> = disk === undefined ? {} : { 'ephemeral-storage': disk };
  return {
    requests: { cpu: cpu(requests.cpu, 'requests'), memory: memory(requests.memory, 'requests'), ...ofDisk },
    limits: {
      ...(limits.cpu === undefined ? {} : { cpu: cpu(limits.cpu, 'limits') }),
      memory: memory(limits.memory, 'limits'),
      ...ofDisk,
    },
  };
};
