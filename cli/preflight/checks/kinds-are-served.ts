import { curedBy, curedByHand, good, type Lack, lacking } from '../outcome';
import { servedKind } from '../served-kinds';
import type { ClusterCheck } from '../view';

const GATEWAY_API = 'https://github.com/kubernetes-sigs/gateway-api/releases/download/v1.6.3/standard-install.yaml';

/** Operators have their own ways to be installed. */
const HOW: Readonly<Record<string, string>> = {
  'external-secrets.io/v1': 'install the External Secrets Operator: https://external-secrets.io/latest/introduction/getting-started/',
  'postgresql.cnpg.io/v1': 'install CloudNativePG: https://cloudnative-pg.io/docs/current/installation_upgrade',
};

export const kindsAreServed: ClusterCheck = {
  id: 'kinds',
  look: async (view) => {
    const manifests = view.systems.flatMap((made) => made.manifests);
    const kinds = [...new Map(manifests.map((one) => [`${one.kind} of ${one.apiVersion}`, one])).entries()];
    const found = await Promise.all(
      kinds.map(async ([name, manifest]) => ((await servedKind(view, manifest)) === undefined ? [name] : [])),
    );
    const missing = found.flat();
    if (missing.length === 0) return good(`all ${kinds.length} kinds of objects are served`);
    return lacking(
      ...missing.map((name): Lack => {
        const [what, why] = [`the server does not know ${name}`, 'apply refuses every object of that kind'];
        return name.endsWith('of gateway.networking.k8s.io/v1')
          ? curedBy(what, why, `${view.kubectl} apply --server-side -f ${GATEWAY_API}`)
          : curedByHand(what, why, HOW[name.split('of ')[1] ?? ''] ?? 'install its CustomResourceDefinition, or update the cluster');
      }),
    );
  },
};
