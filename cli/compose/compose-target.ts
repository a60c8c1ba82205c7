import { target } from '../../contracts';

/** A laptop under `docker compose`, in the words of a target: images are built there, people come in through localhost. */
export const COMPOSE = target({
  name: 'compose',
  folder: 'compose',
  place: 'laptop',
  images: { from: 'this machine' },
  exposure: { kind: 'port-forward' },
  publicUrls: { kind: 'localhost' },
  replicas: { alike: 1, elected: 1 },
  spread: [],
  disruptionBudgets: false,
  choosesNodes: false,
  // No file that is written says a size; rules ask that the largest database fits.
  storage: { class: 'default', size: '20Gi', access: 'ReadWriteOnce' },
  optionalFiles: false,
  dns: { namespace: 'none', ports: [53] },
  clusterApiPorts: [443],
  systems: [],
});
