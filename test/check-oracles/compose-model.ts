import { HOLE } from '../../cli/check/compose/read/node';
import type { ComposeProject } from '../../cli/check/compose/read/read-project';
import { nanoseconds } from '../../cli/check/dockerfile/nanoseconds';

/** What both readers say of a project, in one form. HOLE: ours does not know, so nothing is compared. */
export type Model = Readonly<Record<string, unknown>>;
const sorted = (entries: readonly (readonly [string, unknown])[]) => Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
/** The same port in two forms is one. */
const ordered = <T>(items: readonly T[]): readonly T[] =>
  [...new Map(items.map((item) => [JSON.stringify(item), item])).values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const time = (text: string | undefined): unknown => (text === undefined ? undefined : text.includes(HOLE) ? HOLE : nanoseconds(text));
/** Paths of theirs are below the folder of the project. */
const below = (path: string | undefined): string | undefined => path?.replace(/^\/project\/?/, '').replace(/^\/tmp\//, '../');
const home = (path: string | undefined): string | undefined => path?.replace(/^~/, '/root');

export const ourModel = ({ services }: ComposeProject): Model =>
  sorted(
    [...services.values()].map((one) => [
      one.name,
      {
        image: one.image?.text,
        build:
          one.build === undefined
            ? undefined
            : {
                context: one.build.context === undefined || one.build.context.text === '.' ? '' : one.build.context.text,
                dockerfile: one.build.isInline ? undefined : (one.build.dockerfile?.text ?? 'Dockerfile'),
                target: one.build.target?.text,
                args: sorted([...one.build.args].map(([name, { value }]) => [name, value ?? HOLE])),
              },
        command: one.command?.words,
        entrypoint: one.entrypoint?.words,
        environment: sorted([...one.environment].map(([name, { value }]) => [name, value])),
        ports: ordered(
          one.ports.map(({ target, published, hostIp, protocol }) => ({
            target: target ?? HOLE,
            published,
            hostIp,
            protocol: protocol.toLowerCase(),
          })),
        ),
        volumes: ordered(
          one.volumes.map(({ type, source, target, readOnly }) => ({
            type,
            source: type === 'bind' && source === '.' ? '' : home(source) || undefined,
            target,
            readOnly,
          })),
        ),
        tmpfs: ordered(one.tmpfs.map(({ text }) => text)),
        dependsOn: sorted([...one.dependsOn].map(([name, { condition, isRequired }]) => [name, { condition, isRequired }])),
        healthcheck:
          one.healthcheck === undefined
            ? undefined
            : one.healthcheck.isDisabled
              ? 'disabled'
              : {
                  test: one.healthcheck.test === undefined ? undefined : [one.healthcheck.test.isShell, ...one.healthcheck.test.words],
                  interval: time(one.healthcheck.interval?.text),
                  timeout: time(one.healthcheck.timeout?.text),
                  startPeriod: time(one.healthcheck.startPeriod?.text),
                  retries: one.healthcheck.retries === undefined ? undefined : Number(one.healthcheck.retries.text),
                },
        user: one.user?.text,
        readOnly: one.readOnly?.text === 'true',
        containerName: one.containerName?.text,
      },
    ]),
  );

interface Theirs {
  readonly services?: Readonly<Record<string, TheirService>>;
}
interface TheirService {
  readonly image?: string;
  readonly build?: {
    readonly context?: string;
    readonly dockerfile?: string;
    readonly target?: string;
    readonly args?: Readonly<Record<string, string | null>>;
  };
  readonly command?: readonly string[] | null;
  readonly entrypoint?: readonly string[] | null;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly {
    readonly target: number;
    readonly published?: string;
    readonly host_ip?: string;
    readonly protocol: string;
  }[];
  readonly volumes?: readonly { readonly type: string; readonly source?: string; readonly target: string; readonly read_only?: boolean }[];
  readonly tmpfs?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string; readonly required: boolean }>>;
  readonly healthcheck?: {
    readonly test?: readonly string[];
    readonly disable?: boolean;
    readonly interval?: string;
    readonly timeout?: string;
    readonly start_period?: string;
    readonly retries?: number;
  };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly container_name?: string;
}
export const theirModel = ({ services = {} }: Theirs): Model =>
  sorted(
    Object.entries(services).map(([name, one]) => [
      name,
      {
        image: one.image,
        build:
          one.build === undefined
            ? undefined
            : {
                context: below(one.build.context) ?? '',
                dockerfile: one.build.dockerfile,
                target: one.build.target,
                args: sorted(Object.entries(one.build.args ?? {})),
              },
        command: one.command ?? undefined,
        entrypoint: one.entrypoint ?? undefined,
        environment: sorted(Object.entries(one.environment ?? {})),
        ports: ordered(
          (one.ports ?? []).map(({ target, published, host_ip, protocol }) => ({ target, published, hostIp: host_ip, protocol })),
        ),
        volumes: ordered(
          (one.volumes ?? []).map(({ type, source, target, read_only = false }) => ({
            type,
            source: below(source),
            target,
            readOnly: read_only,
          })),
        ),
        tmpfs: ordered((one.tmpfs ?? []).map((text) => text.split(':', 1)[0])),
        dependsOn: sorted(
          Object.entries(one.depends_on ?? {}).map(([other, { condition, required }]) => [other, { condition, isRequired: required }]),
        ),
        healthcheck:
          one.healthcheck === undefined
            ? undefined
            : one.healthcheck.disable === true || one.healthcheck.test?.[0] === 'NONE'
              ? 'disabled'
              : {
                  test:
                    one.healthcheck.test === undefined
                      ? undefined
                      : [one.healthcheck.test[0] === 'CMD-SHELL', ...one.healthcheck.test.slice(1)],
                  interval: time(one.healthcheck.interval),
                  timeout: time(one.healthcheck.timeout),
                  startPeriod: time(one.healthcheck.start_period),
                  retries: one.healthcheck.retries,
                },
        user: one.user,
        readOnly: one.read_only === true,
        containerName: one.container_name,
      },
    ]),
  );

/** Where two models differ, as far as ours knows. */
export const differences = (ours: unknown, theirs: unknown, at = ''): readonly string[] => {
  if (typeof ours === 'string' && ours.includes(HOLE)) return [];
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null)
    return ours === theirs ? [] : [`${at}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`];
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...keys].flatMap((key) => differences((ours as Model)[key], (theirs as Model)[key], `${at}.${key}`));
};
