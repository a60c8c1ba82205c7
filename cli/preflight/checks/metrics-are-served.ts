import { FORBIDDEN, readObject } from '../../cluster/read';
import { curedByHand, good, lacking, NOTHING, noted } from '../outcome';
import type { ClusterCheck } from '../view';

const API = 'metrics.k8s.io';

/** What autoscalers count by; the kind itself is built in, and without figures it does nothing but keep the fewest copies. */
export const metricsAreServed: ClusterCheck = {
  id: 'metrics',
  look: async (view) => {
    const scaled = view.systems.flatMap(({ manifests }) => manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler'));
    if (scaled.length === 0) return NOTHING;
    const found = await readObject(view.server, `/apis/${API}`);
    if (found === FORBIDDEN) return noted(`whether ${API} is served cannot be known: you may not ask`);
    return found === undefined
      ? lacking(
          curedByHand(
            `the server does not know ${API}`,
            `${scaled.length} autoscalers see no use of CPU or memory and keep their fewest copies, whatever the load`,
            'install metrics-server: https://github.com/kubernetes-sigs/metrics-server (minikube addons enable metrics-server)',
          ),
        )
      : good(`${API} is served, for ${scaled.length} autoscalers`);
  },
};
