import { givenFiles } from '../../constructs/config-data';
import { plain } from '../../constructs/explained';
import { toKubeArgs } from '../../constructs/to-kube-container';
import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import { isSource, type PlainJob, sourcesIn } from '../../contracts/plain';
import { milliCores } from '../../contracts/units';
import { buildOf, imageName } from './build-of';
import { checkOf } from './check-of';
import { dependenciesOf, dependenciesOfJob } from './dependencies';
import { dockerSize } from './docker-size';
import { environmentOf } from './environment-of';
import { asItIs } from './interpolation';
import { developmentOf } from './place-on-laptop';
import { configName, mountsOf, scratchOf } from './service-mounts';
import { hostOf } from './service-names';
import { portsOf } from './service-ports';

export type Service = Readonly<Record<string, unknown>>;

/** A container that runs until it is stopped, or ends by itself. */
export const toService = (placed: PlacedSystem, container: PlacedContainer): Service => {
  const { role, contract } = container;
  const build = buildOf(placed, container);
  const { containerName } = developmentOf(placed, role);
  const host = hostOf(placed, role);
  const ports = portsOf(placed, role);
  const check = checkOf(placed, container);
  const scheduled = placed.system.jobs.some((job) => job.role === role && job.oneOff === undefined && job.when !== 'each release');
  return {
    ...(build === undefined ? {} : { build }),
    image: asItIs(imageName(container)),
    // Compose would ask a registry for the name first; nobody else's image of that name is wanted.
    ...(build === undefined ? {} : { pull_policy: 'build' }),
    ...(containerName === undefined ? {} : { container_name: containerName }),
    ...(host === role ? (usesOwnName(container) ? { hostname: contract.name } : {}) : { network_mode: `service:${host}` }),
    ...commandOf(placed, container),
    ...bare(placed, container),
    ...(ports.length === 0 ? {} : { ports }),
    ...dependsOn(dependenciesOf(placed, role)),
    ...(check === undefined ? {} : { healthcheck: check }),
    ...(contract.process.stopSignal === 'SIGTERM' ? {} : { stop_signal: contract.process.stopSignal }),
    stop_grace_period: contract.process.stopsWithin,
    ...limitsOf(placed, container),
    ...(scheduled ? { profiles: ['jobs'] } : {}),
  };
};

/** A one-off command of a container's image. As in the cluster, what fails is tried six times more. */
export const toJobService = (placed: PlacedSystem, container: PlacedContainer, job: PlainJob): Service => ({
  image: asItIs(imageName(container)),
  ...(container.contract.image.kind === 'built' ? { pull_policy: 'never' } : {}),
  command: (container.contract.oneOffs?.[job.oneOff ?? '']?.run ?? []).map(expanded(placed, container)),
  ...bare(placed, container),
  ...dependsOn(dependenciesOfJob(placed, job)),
  healthcheck: { disable: true },
  ...(job.when === 'each release' ? { restart: 'on-failure:6' } : {}),
  ...profileOf(placed, job),
});
const profileOf = ({ system }: PlacedSystem, { when }: PlainJob) =>
  when !== 'each release' ? { profiles: ['jobs'] } : system.development.jobs === 'by hand' ? { profiles: ['by-hand'] } : {};

/** What a container and its one-off commands have in common. */
const bare = (placed: PlacedSystem, container: PlacedContainer): Service => {
  const { user } = container.contract;
  const environment = environmentOf(placed, container);
  const volumes = mountsOf(placed, container);
  const { tmpfs, shm } = scratchOf(placed, container);
  const files = givenFiles(placed, container);
  return {
    user: `${user.uid}:${user.gid}`,
    ...(user.volumesGid === undefined || user.volumesGid === user.gid ? {} : { group_add: [String(user.volumesGid)] }),
    ...(environment.length === 0 ? {} : { environment: Object.fromEntries(environment.map(({ name, text }) => [name, text ?? null])) }),
    ...(volumes.length === 0 ? {} : { volumes: volumes.map(({ text }) => text) }),
    ...(files.length === 0
      ? {}
      : { configs: files.map(({ key, file }) => ({ source: configName(container.role, key), target: asItIs(file.path) })) }),
    ...(tmpfs.length === 0 ? {} : { tmpfs }),
    ...(shm === undefined ? {} : { shm_size: shm }),
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  };
};
const usesOwnName = ({ given }: PlacedContainer): boolean =>
  Object.values(given).some(
    ({ value }) => isSource(value) && sourcesIn(value).some((source) => source.from === 'own' && source.fact === 'name'),
  );

const commandOf = (placed: PlacedSystem, container: PlacedContainer): { readonly command?: readonly string[] } => {
  const own = developmentOf(placed, container.role).command;
  const words = own ?? toKubeArgs(placed, container).map((word) => plain(word) as string);
  return words.length === 0 ? {} : { command: words.map(expanded(placed, container)) };
};
/** A cluster replaces `$(NAME)` in what a container runs; compose does not, so it is written out. */
const expanded = (placed: PlacedSystem, container: PlacedContainer): ((word: string) => string) => {
  const texts = new Map(environmentOf(placed, container).map(({ name, text }) => [name, text]));
  return (word) =>
    word
      .split(/(\$\([A-Za-z_]\w*\))/)
      .map((part, index) => (index % 2 === 1 ? (texts.get(part.slice(2, -1)) ?? asItIs(part)) : asItIs(part)))
      .join('');
};
const dependsOn = (dependencies: ReadonlyMap<string, string>): Service =>
  dependencies.size === 0 ? {} : { depends_on: Object.fromEntries([...dependencies].map(([name, condition]) => [name, { condition }])) };

/** Only the document's own figures: those that we added are for machines that many share. */
const limitsOf = ({ origins }: PlacedSystem, { at, contract }: PlacedContainer): Service => {
  if (origins.some((origin) => origin.at === `${at}.resources`)) return {};
  const { cpu, memory } = contract.resources.limits;
  return {
    deploy: {
      resources: {
        limits: {
          ...(cpu === undefined ? {} : { cpus: String((milliCores(cpu) ?? 0) / 1000) }),
          memory: dockerSize(memory),
        },
      },
    },
  };
};
