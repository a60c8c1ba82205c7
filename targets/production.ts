import { on, owner, target } from '../contracts';
import { habitTracker } from '../systems/habit-tracker';
import { postgresPatroni } from '../systems/postgres-patroni';
import { realtimeSvg } from '../systems/realtime-svg';
import { todoChatbot } from '../systems/todo-chatbot';

/** A cluster of several nodes and zones; the registry is private. Everything in `owner(…)` is an example to replace by a plain value. */
export const production = target({
  name: 'production',
  folder: 'production',
  place: 'cluster',
  images: {
    from: 'registry',
    registry: owner('Which registry and owner has the images?', { example: 'ghcr.io/yourorg' }),
    pullSecret: 'ghcr-pull-secret',
  },
  exposure: {
    kind: 'ingress',
    class: owner('Which IngressClass serves the hosts?', { example: 'nginx' }),
    controller: {
      namespace: owner('In which namespace does the ingress controller run?', { example: 'ingress-nginx' }),
      ports: [443],
    },
    tls: 'secret',
    lastsAnnotation: 'nginx.ingress.kubernetes.io/proxy-read-timeout',
  },
  publicUrls: { kind: 'domain', domain: owner('Under which domain do the systems stand?', { example: 'example.com' }) },
  replicas: { alike: 2, elected: 3 },
  spread: ['nodes', 'zones'],
  disruptionBudgets: true,
  choosesNodes: true,
  storage: {
    class: owner('Which StorageClass do databases take?', { example: 'standard-rwo' }),
    size: '20Gi',
    access: 'ReadWriteOnce',
  },
  // A node keeps five files of 10Mi unless its kubelet was told otherwise; five of 50Mi fit as well.
  // https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
  disk: { logs: '256Mi' },
  optionalFiles: true,
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: [53] },
  clusterApiPorts: [443, 6443],
  systems: [
    on(todoChatbot, {
      public: {
        site: owner('Where do people open todo-chatbot?', { example: 'https://todo.example.com' }),
        api: owner('Where do browsers find the backend of todo-chatbot?', { example: 'https://api.todo.example.com' }),
      },
    }),
    on(habitTracker, {
      public: {
        site: owner('Where do people open habit-tracker?', { example: 'https://habits.example.com' }),
        api: owner('Where do browsers find the backend of habit-tracker?', { example: 'https://api.habits.example.com' }),
      },
    }),
    on(realtimeSvg, {
      public: {
        site: owner('Where do people open realtime-svg?', { example: 'https://svg.example.com' }),
        api: owner('Where do browsers find the backend of realtime-svg?', { example: 'https://api.svg.example.com' }),
      },
    }),
    on(postgresPatroni, { storage: { postgres: { data: '50Gi' } } }),
  ],
});
