import { added, departs, on, type Resources, target } from '../contracts';
import { habitTracker } from '../systems/habit-tracker';
import { postgresPatroni } from '../systems/postgres-patroni';
import { realtimeSvg } from '../systems/realtime-svg';
import { todoAgents } from '../systems/todo-agents';
import { todoChatbot } from '../systems/todo-chatbot';

/** All five systems and one surging pod share a default node: 2 CPU and 4 GiB, of which the control plane takes its part. */
const small = (resources: Resources) => added(resources, 'Five systems share one node; nobody else calls them there.');
const next = small({ requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } });
const database = small({ requests: { cpu: '100m', memory: '384Mi' }, limits: { cpu: '1000m', memory: '1Gi' } });
const rust = small({ requests: { cpu: '25m', memory: '32Mi' }, limits: { cpu: '500m', memory: '256Mi' } });

/** One machine: images are loaded into it, `kubectl port-forward` is the way in. */
export const minikube = target({
  name: 'minikube',
  folder: '',
  place: 'laptop',
  images: { from: 'this machine' },
  exposure: { kind: 'port-forward' },
  publicUrls: { kind: 'localhost' },
  replicas: { alike: 1, elected: 1 },
  spread: [],
  disruptionBudgets: false,
  choosesNodes: false,
  storage: { class: 'default', size: '1Gi', access: 'ReadWriteOnce' },
  optionalFiles: false,
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: [53] },
  clusterApiPorts: [443, 6443, 8443],
  systems: [
    on(todoChatbot, {
      resources: { frontend: next, postgres: database },
      given: { frontend: { NEXT_PUBLIC_API_URL: 'http://todo-backend:8000' } },
    }),
    on(habitTracker, {
      public: {
        api: departs('http://localhost:8000', {
          literal: 'http://habit-tracker-backend:8000',
          clause: 'habit-tracker.frontend.env.next-public-api-url-example',
          because: 'The value is for the browser, which knows no name of the cluster; port-forward answers on localhost.',
        }),
      },
      resources: {
        backend: small({ requests: { cpu: '75m', memory: '192Mi' }, limits: { cpu: '500m', memory: '512Mi' } }),
        frontend: next,
      },
    }),
    on(realtimeSvg, { resources: { backend: rust, frontend: rust } }),
    on(todoAgents, {
      resources: { backend: small({ requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '1Gi' } }) },
    }),
    on(postgresPatroni, { resources: { postgres: database } }),
  ],
});
