import { Document, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap } from 'yaml';
import { givenFiles } from '../../constructs/config-data';
import { printable } from '../../contracts/finding';
import type { PlacedSystem } from '../../contracts/placed';
import type { PlainSystem } from '../../contracts/plain';
import { asItIs } from './interpolation';
import { configName, configPath, mountsOf } from './service-mounts';
import { serviceOfJob } from './service-names';
import { type Service, toJobService, toService } from './to-service';

/** The compose file that a system's contracts imply. */
export const composeFile = (placed: PlacedSystem): string => {
  const volumes = new Set(placed.containers.flatMap((one) => mountsOf(placed, one).flatMap(({ volume = [] }) => volume)));
  const configs = placed.containers.flatMap((one) =>
    givenFiles(placed, one).map(({ key }) => [configName(one.role, key), { file: `./${configPath(one.role, key)}` }] as const),
  );
  const document = new Document(
    {
      name: placed.name,
      services: servicesOf(placed),
      ...(configs.length === 0 ? {} : { configs: Object.fromEntries(configs) }),
      ...(volumes.size === 0 ? {} : { volumes: Object.fromEntries([...volumes].map((name) => [name, null])) }),
    },
    { version: '1.1', aliasDuplicateObjects: false },
  );
  explain(placed, document);
  setType(document);
  return `${header(placed)}\n${document.toString({ directives: false, lineWidth: 0, nullStr: '', flowCollectionPadding: false })}`;
};

const servicesOf = (placed: PlacedSystem): Readonly<Record<string, Service>> =>
  Object.fromEntries([
    ...Object.entries(placed.system.development.standIns).map(([name, standIn]) => [name, toStandIn(standIn)] as const),
    ...placed.containers.map((one) => [one.role, toService(placed, one)] as const),
    ...placed.system.jobs.flatMap((job) => {
      const one = placed.containers.find(({ role }) => role === job.role);
      return one === undefined || job.oneOff === undefined ? [] : [[serviceOfJob(placed, job), toJobService(placed, one, job)] as const];
    }),
  ]);
const toStandIn = ({ image, command, healthcheck, user }: PlainSystem['development']['standIns'][string]): Service => ({
  image: asItIs(image),
  command: command.map(asItIs),
  user: `${user.uid}:${user.gid}`,
  tmpfs: ['/tmp:mode=1777'],
  read_only: true,
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
  healthcheck: { test: ['CMD', ...healthcheck.map(asItIs)], interval: '5s', timeout: '5s', start_period: '30s', retries: 3 },
});

const header = ({ name, origins }: PlacedSystem): string => {
  const open = origins.flatMap((origin) =>
    origin.said === 'owner' && !origin.at.includes('.needs.external.')
      ? [`${origin.at}: ${origin.ask} Here: ${typeof origin.value === 'string' ? origin.value : JSON.stringify(origin.value)}`]
      : [],
  );
  return [
    `Made of the contracts of ${name} by \`waybill compose ${name}\`; change those, not this.`,
    'As compose.yaml at the root of the repository, with .env.example copied to .env beside it: docker compose up',
    ...(open.length === 0 ? [] : ['Still examples, which only the owner knows:', ...open.map((line) => `  ${line}`)]),
  ]
    .map((line) => `# ${oneLine(line)}\n`)
    .join('');
};
const oneLine = (text: string): string => printable(text.replace(/\s/g, ' ').trimEnd());

/** Short lists on one line; what looks like a number to somebody, `70:70` for one, in quotes. */
const ON_ONE_LINE = ['command', 'test', 'cap_drop', 'security_opt', 'group_add', 'profiles'];
const setType = (document: Document): void => {
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && ON_ONE_LINE.includes(String(key.value)) && isSeq(value)) value.flow = true;
    },
    Scalar: (key, scalar) => {
      if (key !== 'key' && typeof scalar.value === 'string' && /^[\d.:]+$/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
};

/** Says at each service whose contract it is, and at each mount what it is for. */
const explain = (placed: PlacedSystem, document: Document): void => {
  const services = document.get('services') as YAMLMap;
  const say = (service: string, text: string) => {
    const pair = services.items.find(({ key }: Pair) => isScalar(key) && key.value === service);
    if (isScalar(pair?.key)) pair.key.commentBefore = ` ${oneLine(text)}`;
    return pair?.value;
  };
  for (const [name, { purpose }] of Object.entries(placed.system.development.standIns)) say(name, purpose);
  for (const one of placed.containers) {
    const { title, document: source } = one.contract;
    const service = say(one.role, `${title} (${source})`);
    const mounts = isMap(service) ? service.get('volumes') : undefined;
    if (!isSeq(mounts)) continue;
    for (const [index, { purpose }] of mountsOf(placed, one).entries()) {
      const item = mounts.items[index];
      if (isScalar(item)) item.comment = ` ${oneLine(purpose)}`;
    }
  }
  for (const job of placed.system.jobs) {
    const purpose = placed.containers.find(({ role }) => role === job.role)?.contract.oneOffs?.[job.oneOff ?? '']?.purpose;
    if (purpose !== undefined)
      say(
        serviceOfJob(placed, job),
        job.when === 'each release'
          ? purpose
          : `${purpose}: ${job.when} in a cluster, here docker compose run --rm ${serviceOfJob(placed, job)}`,
      );
  }
};
