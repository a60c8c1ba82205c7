import { type AnySystem, container, get, optional, scratch, system, type Target, target, tcp, text, type Versions } from '../../contracts';
import type { Row } from './rows';

const containerOf = (row: Row) =>
  container({
    name: row.name,
    document: 'bench',
    title: `Service ${row.name}`,
    image: {
      kind: 'built',
      repository: `shop/${row.name}`,
      version: 'v1.0.0',
      tags: { latest: 'never', immutable: true, forms: { version: 'v1.0.0' } },
      base: 'node:20-slim',
      build: {
        context: '.',
        dockerfile: 'Dockerfile',
        stages: [{ name: 'runner', from: 'node:20-slim' }],
        copies: [{ from: '.', to: '/app' }],
      },
    },
    user: { uid: 1000, gid: 1000 },
    ports: { http: tcp(row.port, 'HTTP') },
    env: {
      UPSTREAM: optional(null, 'Whom it calls'),
      ...Object.fromEntries(
        Object.entries(row.settings).map(([name, value]) => [name, optional(value, name, { source: 'configuration' })]),
      ),
    },
    health: { liveness: get('http', '/livez'), readiness: get('http', '/readyz', { within: '1s' }) },
    volumes: { tmp: scratch('/tmp', 'Temporary files', { atMost: '64Mi' }) },
    resources: { requests: { cpu: row.cpu, memory: row.memory }, limits: { memory: row.memory } },
    process: { stopSignal: 'SIGTERM', stopsWithin: '30s' },
    runs: 'until stopped',
  });

const systemOf = (name: string, rows: readonly Row[], follows: boolean): AnySystem => {
  const calling = new Set(rows.flatMap((row) => (row.calls === undefined ? [] : [row.name])));
  const containers = Object.fromEntries(rows.map((row) => [row.name, containerOf(row)]));
  const given = Object.fromEntries(
    rows.flatMap(({ name: role, calls }) => {
      const callee = calls === undefined ? undefined : containers[calls];
      // In a chain each service is given what the one before it is given.
      const isLink = follows && callee !== undefined && calling.has(calls ?? '');
      return callee === undefined
        ? []
        : [[role, { UPSTREAM: isLink ? callee.env.UPSTREAM : text`http://${callee.ports.http.address}/api` }]];
    }),
  );
  return system({ name, containers, given } as Parameters<typeof system>[0]) as AnySystem;
};

/** The services as contracts, a system for each name of a system. `follows`: a service is given its callee's variable, not its address. */
export const toSystems = (rows: readonly Row[], follows = false): readonly AnySystem[] => {
  const bySystem = new Map<string, Row[]>();
  for (const row of rows) {
    const group = bySystem.get(row.system);
    if (group === undefined) bySystem.set(row.system, [row]);
    else group.push(row);
  }
  return [...bySystem].map(([name, group]) => systemOf(name, group, follows));
};

export const benchTarget: Target = target({
  name: 'bench',
  folder: '',
  place: 'cluster',
  images: { from: 'registry', registry: 'registry.example.com' },
  exposure: { kind: 'port-forward' },
  publicUrls: { kind: 'localhost' },
  replicas: { alike: 2, elected: 3 },
  spread: [],
  disruptionBudgets: false,
  choosesNodes: false,
  storage: { class: 'default', size: '1Gi', access: 'ReadWriteOnce' },
  optionalFiles: false,
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, ports: [53] },
  clusterApiPorts: [443],
  systems: [],
});
export const benchVersions = (rows: readonly Row[]): Versions => ({
  [benchTarget.name]: Object.fromEntries(rows.map(({ name, tag }) => [`shop/${name}`, { tag: tag as `v${bigint}` }])),
});
