import { basename, dirname, normalize } from 'node:path/posix';
import { parseDocument } from 'yaml';

/** What a compose file says of the service that is built from the Dockerfile. */
export interface ComposeFacts {
  readonly service: string;
  readonly context: string;
  readonly image?: string;
  readonly env: Readonly<Record<string, string | null>>;
  readonly ports: readonly number[];
  readonly neighbours: readonly { readonly name: string; readonly image?: string; readonly port?: number }[];
}
type Plain = Readonly<Record<string, unknown>>;
const plain = (value: unknown): Plain => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {});
const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const NAME = /^[A-Za-z_]\w*$/;

const buildOf = (service: Plain) => {
  if (service.build === undefined) return undefined;
  const build = typeof service.build === 'string' ? { context: service.build } : plain(service.build);
  return { context: String(build.context ?? '.'), dockerfile: String(build.dockerfile ?? 'Dockerfile') };
};
/** `8080:80`, `127.0.0.1:8080:80/tcp`, `80` or `{ target: 80 }`: the container's side. */
const portOf = (value: unknown): readonly number[] => {
  const written = String(plain(value).target ?? value).replace(/\/(tcp|udp)$/, '');
  const number = Number(/(?:^|:)(\d{1,5})$/.exec(written)?.[1]);
  return number > 0 && number < 65_536 ? [number] : [];
};
const portsOf = (service: Plain) => [...items(service.ports), ...items(service.expose)].flatMap(portOf);
const envOf = (service: Plain): Readonly<Record<string, string | null>> => {
  const pairs = Array.isArray(service.environment)
    ? service.environment.map((line): [string, unknown] => {
        const [name = '', value] = String(line).split(/=(.*)/s);
        return [name, value];
      })
    : Object.entries(plain(service.environment));
  return Object.fromEntries(
    pairs
      .filter(([name]) => NAME.test(name))
      .map(([name, value]) => [name, value === undefined || value === null || typeof value === 'object' ? null : String(value)]),
  );
};

/** @returns a sentence when there is no such service, or the file is none */
export const composeFacts = (source: string, folder: string, dockerfile: string): ComposeFacts | string => {
  const document = parseDocument(source, { merge: true, logLevel: 'silent' });
  if (document.errors.length > 0) return 'is no YAML';
  let root: Plain;
  try {
    root = plain(document.toJS({ maxAliasCount: 100 }));
  } catch {
    return 'repeats itself more often than a person writes';
  }
  const services = plain(root.services);
  const isOurs = (service: Plain) => {
    const build = buildOf(service);
    return build !== undefined && normalize(`${folder}/${build.context}/${build.dockerfile}`) === normalize(dockerfile);
  };
  const ours = Object.entries(services).filter(([, service]) => isOurs(plain(service)));
  const [service, ...others] = ours;
  if (service === undefined) return `builds no service from ${basename(dockerfile)} in ${dirname(dockerfile)}`;
  if (others.length > 0) return `builds ${ours.length} services from it`;
  const own = plain(service[1]);
  const dependsOn = Array.isArray(own.depends_on) ? own.depends_on.map(String) : Object.keys(plain(own.depends_on));
  return {
    service: service[0],
    context: normalize(`${folder}/${buildOf(own)?.context ?? '.'}`),
    ...(typeof own.image === 'string' ? { image: own.image } : {}),
    env: envOf(own),
    ports: portsOf(own),
    neighbours: dependsOn.map((name) => {
      const other = plain(services[name]);
      const port = portsOf(other)[0];
      return { name, ...(typeof other.image === 'string' ? { image: other.image } : {}), ...(port === undefined ? {} : { port }) };
    }),
  };
};
