import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';

/**
 * CPU time of `waybill diff` and of dyff on two trees of 1,000 services with 50 changes: npx tsx bench/diff.ts
 * dyff: go install github.com/homeport/dyff/cmd/dyff@v1.12.0, or its path in DYFF.
 */
const SERVICES = 1000;
const CHANGES = 50;
const RUNS = 5;

const labels = (name: string) => ({ 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop' });
const service = (index: number, tag: string) => {
  const name = `service-${index}`;
  const metadata = { name, namespace: 'shop', labels: labels(name) };
  const container = {
    name: 'main',
    image: `registry.example.com/shop/${name}:${tag}`,
    ports: [{ name: 'http', containerPort: 8080 }],
    env: Array.from({ length: 12 }, (_, nth) => ({ name: `SETTING_${nth}`, value: `value ${nth} of ${name}` })),
    readinessProbe: { httpGet: { path: '/readyz', port: 'http' }, periodSeconds: 10 },
    livenessProbe: { httpGet: { path: '/livez', port: 'http' }, periodSeconds: 30 },
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
  const pod = { automountServiceAccountToken: false, containers: [container], volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }] };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: { replicas: 2, selector: { matchLabels: labels(name) }, template: { metadata: { labels: labels(name) }, spec: pod } },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: labels(name), ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: { podSelector: { matchLabels: labels(name) }, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 8080 }] }] },
    },
  ];
};
const tree = (changed: number): string =>
  Array.from({ length: SERVICES }, (_, index) => service(index, index % (SERVICES / CHANGES) === 0 && changed > 0 ? '1.1.0' : '1.0.0'))
    .flat()
    .map((object) => stringify(object))
    .join('---\n');

/** The least CPU seconds, user and system, of some runs: what else the machine does only adds to it. */
const cpuSeconds = (command: string, ...args: readonly string[]): number => {
  const times = Array.from({ length: RUNS }, () => {
    const script = 'TIMEFORMAT="cpu %U %S"; time "$@" > /dev/null';
    const { stderr, error } = spawnSync('bash', ['-c', script, 'bash', command, ...args], { encoding: 'utf8' });
    const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
    if (error || user === undefined || /No such file|not found/.test(stderr)) throw new Error(`${command} could not be run: ${stderr}`);
    return Number(user) + Number(system);
  });
  return Math.min(...times);
};

const folder = mkdtempSync(join(tmpdir(), 'bench-diff-'));
try {
  const [before, after] = ['before', 'after'].map((name, side) => {
    const file = join(folder, name, 'shop.yaml');
    mkdirSync(join(folder, name));
    writeFileSync(file, tree(side));
    return file;
  }) as [string, string];
  const dyff = cpuSeconds(process.env.DYFF ?? 'dyff', 'between', before, after);
  const waybill = cpuSeconds(process.execPath, resolve('cli/waybill.cjs'), 'diff', join(before, '..'), join(after, '..'));
  const show = (name: string, seconds: number): string => `${name.padEnd(14)}${seconds.toFixed(2)} s CPU`;
  process.stdout.write(
    `${SERVICES} services, ${CHANGES} changes, least of ${RUNS} runs\n${show('waybill diff', waybill)}\n${show('dyff between', dyff)}\n`,
  );
  process.exitCode = waybill <= dyff ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
