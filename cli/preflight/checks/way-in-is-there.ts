import { FORBIDDEN, readList, readObject } from '../../cluster/read';
import { at, textOf } from '../../diff/json';
import { curedByHand, good, lacking, NOTHING, noted, type Outcome } from '../outcome';
import type { ClusterCheck, View } from '../view';

/** The IngressClass or the Gateway that the target names, and the namespace its controller calls from. */
export const wayInIsThere: ClusterCheck = {
  id: 'way in',
  look: async (view) => {
    const { exposure } = view.target;
    if (exposure.kind === 'port-forward' || !view.systems.some(({ chart: { placed } }) => Object.keys(placed.urls).length > 0))
      return NOTHING;
    return exposure.kind === 'ingress' ? ingressClass(view, exposure.class) : gateway(view, exposure.gateway);
  },
};

const ingressClass = async ({ server, target }: View, wanted: string): Promise<Outcome> => {
  const classes = await readList(server, '/apis/networking.k8s.io/v1/ingressclasses');
  if (classes === FORBIDDEN) return noted('which IngressClasses there are cannot be known: you may not list them');
  const names = (classes ?? []).map((one) => textOf(at(one, 'metadata', 'name')));
  if (names.includes(wanted)) return good(`IngressClass ${wanted}`);
  const instead =
    names.length === 0 ? '' : `, or write ${names.join(' or ')} as exposure.class in targets/${target.name}.ts, then npx cdk8s synth`;
  return lacking(
    curedByHand(
      `IngressClass ${wanted} is not there`,
      'no controller takes up the Ingresses, so no host is reachable from outside',
      `install the ingress controller that serves ${wanted}${instead}`,
    ),
  );
};

interface GatewayName {
  readonly name: string;
  readonly namespace: string;
}
const gateway = async ({ server, target }: View, { name, namespace }: GatewayName): Promise<Outcome> => {
  const group = await readObject(server, '/apis/gateway.networking.k8s.io/v1');
  // The check of kinds says that.
  if (group === undefined) return NOTHING;
  const found = await readObject(server, `/apis/gateway.networking.k8s.io/v1/namespaces/${namespace}/gateways/${name}`);
  if (found === FORBIDDEN) return noted(`whether Gateway ${namespace}/${name} is there cannot be known: you may not get it`);
  if (found !== undefined) return good(`Gateway ${namespace}/${name}`);
  return lacking(
    curedByHand(
      `Gateway ${namespace}/${name} is not there`,
      'the HTTPRoutes have nothing to hang on, so no host is reachable from outside',
      `let whoever runs the cluster make it, or correct exposure.gateway in targets/${target.name}.ts, then npx cdk8s synth`,
    ),
  );
};
