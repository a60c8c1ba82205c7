import type { Sourced } from '../../contracts/placed';
import type { PlainContract } from '../../contracts/plain';
import { canonicalCpu, canonicalMemory } from '../../contracts/units';
import { say } from '../explained';

/** Requests and limits as texts, which is how a custom resource has them. */
export const toResources = ({ value: { requests, limits }, at }: Sourced<PlainContract['resources']>) => ({
  requests: {
    cpu: say(canonicalCpu(requests.cpu), `${at}.requests.cpu`),
    memory: say(canonicalMemory(requests.memory), `${at}.requests.memory`),
  },
  limits: {
    ...(limits.cpu === undefined ? {} : { cpu: say(canonicalCpu(limits.cpu), `${at}.limits.cpu`) }),
    memory: say(canonicalMemory(limits.memory), `${at}.limits.memory`),
  },
});
