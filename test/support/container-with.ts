import { container, get, tcp } from '../../contracts';
import type { AnyContainer } from '../../contracts/given';

const base = {
  name: 'shop-api',
  document: 'T §1',
  title: 'API',
  image: {
    kind: 'built',
    repository: 'shop-api',
    version: 'v1.0.0',
    tags: { latest: 'never', immutable: true, forms: { version: 'v1.0.0' } },
    base: 'debian:bookworm-slim',
    build: { context: './api', dockerfile: 'Dockerfile', stages: [{ name: 'runner', from: 'debian:bookworm-slim' }], copies: [] },
  },
  user: { uid: 1000, gid: 1000 },
  ports: { http: tcp(8080, 'HTTP') },
  health: { liveness: get('http', '/live'), readiness: get('http', '/ready') },
  resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  process: { command: ['/app/api'], stopSignal: 'SIGTERM', stopsWithin: '30s' },
  runs: 'until stopped',
};
/** Its references may name anything: what the compiler would refuse is what rules are for. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type LooseContainer = AnyContainer & Readonly<Record<'ports' | 'env' | 'volumes' | 'oneOffs' | 'leader' | 'followers', any>>;

/** A container that keeps every rule, with the given fields of its contract replaced. Another name takes another image. */
export const containerWith = (changes: Readonly<Record<string, unknown>> = {}): LooseContainer => {
  const image = { ...base.image, repository: changes.name ?? base.image.repository };
  return container({ ...base, image, ...changes } as never) as unknown as LooseContainer;
};
export const image = base.image;
const quiet = { check: 'none', because: 'It ends by itself.' };
/** The fields of a container that has no port and ends by itself. */
export const ending = { ports: undefined, health: { liveness: quiet, readiness: quiet }, runs: 'to completion' };
/** An image whose build takes these arguments. */
export const imageTaking = (...names: readonly string[]) => ({
  ...image,
  build: { ...image.build, arguments: Object.fromEntries(names.map((name) => [name, { need: 'required', description: name }])) },
});
