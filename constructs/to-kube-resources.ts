import { k8s } from 'cdk8s-plus-28';
import type { Sourced } from '../contracts/place';
import type { PlainContract } from '../contracts/plain';
import { type Explained, say } from './explained';

export const toKubeResources = ({
  value: { requests, limits },
  at,
}: Sourced<PlainContract['resources']>): Explained<k8s.ResourceRequirements> => {
  const quantity = (text: string, place: string) => say(k8s.Quantity.fromString(text), `${at}.${place}`);
  return {
    requests: { cpu: quantity(requests.cpu, 'requests.cpu'), memory: quantity(requests.memory, 'requests.memory') },
    limits: {
      ...(limits.cpu === undefined ? {} : { cpu: quantity(limits.cpu, 'limits.cpu') }),
      memory: quantity(limits.memory, 'limits.memory'),
    },
  };
};
