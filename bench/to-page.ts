import type { Figures } from './figures';
import { NEWEST_NODE, versionOf } from './tools';

interface Target {
  readonly what: string;
  readonly wanted: number;
  readonly found: number | undefined;
  readonly unit: string;
}
const targetsOf = ({ node, seconds, megabytes, ratios, starts, newest, exponents }: Figures): readonly Target[] => {
  const own = seconds.waybill ?? {};
  const [thousand, tenThousand] = [own['1000'], own['10000']];
  return [
    { what: '1,000 services: CPU over Helm’s', wanted: 1, found: ratios['1000']?.[1], unit: ' ×' },
    { what: '1,000 services: the aim', wanted: 0.5, found: ratios['1000']?.[1], unit: ' ×' },
    { what: '100 services: CPU over Helm’s', wanted: 2.5, found: ratios['100']?.[1], unit: ' ×' },
    { what: '10,000 services: CPU', wanted: 3, found: tenThousand, unit: ' s' },
    { what: '10,000 services: memory', wanted: 256, found: megabytes.waybill?.['10000'], unit: ' MB' },
    {
      what: '10,000 services over 1,000',
      wanted: 11,
      found: tenThousand === undefined || !thousand ? undefined : tenThousand / thousand,
      unit: ' ×',
    },
    ...Object.entries(starts).map(([what, found]) => ({
      what: `${what}: CPU over \`node -e 0\``,
      wanted: what.startsWith('waybill') ? 4 : 3,
      found,
      unit: ' ×',
    })),
    ...Object.entries(newest).map(([what, found]) => ({
      what: `${what}, on Node ${NEWEST_NODE}: CPU over that on Node ${node.slice(1)}`,
      wanted: 1,
      found,
      unit: ' ×',
    })),
    ...Object.entries(exponents).map(([shape, found]) => ({ what: `growth, ${shape}: exponent`, wanted: 1.05, found, unit: '' })),
  ];
};
/** Below this nobody else had work worth a word. */
const QUIET = 0.8;
const busy = (load: number): string =>
  load < QUIET
    ? ''
    : ` **The machine had other work
while this was measured (${load.toFixed(1)} runnable processes a core)**: all seconds here are longer than on a quiet one, Waybill’s and the others’ alike.`;
const NAMES = ['waybill', 'helm', 'kustomize', 'cdk8s'];

/** docs/benchmarks.md: every figure is of the session that wrote it. */
export const toPage = (figures: Figures): string => {
  const { node, machine, load, seconds, wall, megabytes, bytes, ratios } = figures;
  const counts = Object.keys(bytes);
  const cell = (value: number | undefined, digits: number) => (value === undefined || Number.isNaN(value) ? '—' : value.toFixed(digits));
  const table = (title: string, values: Figures['seconds'], digits: number) =>
    [
      `| ${title} | ${counts.map((count) => Number(count).toLocaleString('en')).join(' | ')} |`,
      `| --- |${counts.map(() => ' --- |').join('')}`,
      ...NAMES.map((name) => `| ${name} | ${counts.map((count) => cell(values[name]?.[count], digits)).join(' | ')} |`),
    ].join('\n');
  const targets = targetsOf(figures).map(
    ({ what, wanted, found, unit }) =>
      `| ${what} | ${wanted}${unit} | ${cell(found, 2)}${found === undefined ? '' : unit} | ${found === undefined ? 'not measured' : found <= wanted ? 'yes' : '**no**'} |`,
  );
  return `<!-- npm run bench writes this page. -->
# Benchmarks

Written by \`npm run bench\` on Node ${node.slice(1)}, ${machine}; Helm ${versionOf('helm')}, kustomize ${versionOf('kustomize')}. CPU is user and
system together, the least of several runs; tools take turns. At 100 services and below all outputs are read back and compared: the same
objects with the same fields (Namespace, ServiceAccount, ConfigMap, NetworkPolicy, Service, Deployment), or the run fails. Waybill’s time
includes all its checks. Helm reads a chart of seven templates and one file of values; kustomize a file for each service and a folder for each system;
cdk8s makes a chart for each service of the finished objects and calls \`app.synth()\`, which is less than a cdk8s-plus app does.${busy(load)}

![CPU seconds over services](pictures/benchmarks.svg)

${table('CPU seconds, services', seconds, 2)}

${table('wall seconds, services', wall, 2)}

${table('peak memory in MB, services', megabytes, 0)}

| Waybill over Helm, services | ${counts.map((count) => Number(count).toLocaleString('en')).join(' | ')} |
| --- |${counts.map(() => ' --- |').join('')}
| median (least to most) | ${counts.map((count) => `${cell(ratios[count]?.[1], 2)} (${cell(ratios[count]?.[0], 2)} to ${cell(ratios[count]?.[2], 2)})`).join(' | ')} |
| bytes written | ${counts.map((count) => bytes[count]?.toLocaleString('en')).join(' | ')} |

## What it must show

| what | at most | found | holds |
| --- | --- | --- | --- |
${targets.join('\n')}

Where \`NODE_EXTRA_CA_CERTS\` is set, Node 20 reads certificates at each start, that of \`node -e 0\` too, and a newer Node only once they are needed:
there starts are measured with and without it.
Growth is the exponent of a power law fitted to what was measured at 100, 1,000 and 10,000 services, start-up included.
\`npm run bench -- --check\` measures again in two minutes and fails when a ratio is worse than 1.5 times the one in \`docs/benchmarks.json\`.
`;
};
