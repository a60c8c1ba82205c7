import { type Target, target } from '../../contracts';

export const laptop = target({
  name: 'here',
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
  dns: { namespace: 'kube-system', ports: [53] },
  clusterApiPorts: [6443],
  systems: [],
});
export const cluster = target({
  ...laptop,
  name: 'live',
  folder: 'live',
  place: 'cluster',
  images: { from: 'registry', registry: 'registry.example.com/shop' },
  exposure: { kind: 'ingress', class: 'nginx', controller: { namespace: 'ingress', ports: [443] }, tls: 'secret' },
  publicUrls: { kind: 'domain', domain: 'example.com' },
  replicas: { alike: 2, elected: 3 },
  optionalFiles: true,
});
/** The laptop, or another target, with the given fields replaced. */
export const targetWith = (changes: Readonly<Record<string, unknown>>, base: Target = laptop): Target =>
  ({ ...base, ...changes }) as Target;
/** A target whose own settings for `shop` are these. */
export const settingsFor = (settings: Readonly<Record<string, unknown>>, base: Target = laptop): Target =>
  targetWith({ systems: [{ system: 'shop', settings }] }, base);
