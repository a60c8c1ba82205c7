import { at, isList, type JsonObject } from '../../json';
import { deleteCommand } from '../delete-command';
import { type Refusal, updateRule } from './update-rule';

/** https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/validation/validation.go, ValidateServiceUpdate */
export const serviceAddressesAreFixed = updateRule({
  id: 'service-addresses-are-fixed',
  says: 'clusterIP, the first IP family and loadBalancerClass of a Service cannot change once the server has set them.',
  kinds: ['Service'],
  refuses: ({ live, result, pair: { object } }): Refusal | undefined => {
    const refusal = (path: string, what: string): Refusal => ({
      path,
      sentence: `${what}, which the API server refuses`,
      cure: `delete the Service first, which interrupts it for a moment: ${deleteCommand(object)}`,
    });
    if (typeOf(live) === 'ExternalName' || typeOf(result) === 'ExternalName') return undefined;
    const [before, after] = [addressOf(live), addressOf(result)];
    if (after !== undefined && after !== before) {
      if (after === 'None') return refusal('spec.clusterIP', 'the Service becomes headless');
      if (before === 'None') return refusal('spec.clusterIP', 'a headless Service gets an address');
      return refusal('spec.clusterIP', 'the cluster IP changes');
    }
    const [family, next] = [firstOf(live, 'ipFamilies'), firstOf(result, 'ipFamilies')];
    if (before !== 'None' && next !== undefined && family !== undefined && next !== family)
      return refusal('spec.ipFamilies', 'the first IP family changes');
    if (typeOf(live) !== 'LoadBalancer' || typeOf(result) !== 'LoadBalancer') return undefined;
    if (at(live, 'spec', 'loadBalancerClass') !== at(result, 'spec', 'loadBalancerClass')) {
      return refusal('spec.loadBalancerClass', 'the load balancer class changes');
    }
    return undefined;
  },
});
const typeOf = (service: JsonObject) => at(service, 'spec', 'type');
const firstOf = (service: JsonObject, field: string) => {
  const list = at(service, 'spec', field);
  return isList(list) ? list[0] : undefined;
};
/** Where nobody wrote an address the server chose one, and keeps it. */
const addressOf = (service: JsonObject) => at(service, 'spec', 'clusterIP') ?? firstOf(service, 'clusterIPs');
