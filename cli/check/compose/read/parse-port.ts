import { isIP } from 'node:net';
import { HOLE, isKnown } from './node';

/** One port of a container; what only the machine knows is absent, or holds HOLE. */
export interface ParsedPort {
  readonly target?: number;
  /** A number or a range. Absent: Docker chooses one. */
  readonly published?: string;
  readonly hostIp?: string;
  readonly protocol: string;
}
/** The short form, `127.0.0.1:8000-8001:80-81/tcp`; undefined: it is none. */
export const parsePort = (written: string): readonly ParsedPort[] | undefined => {
  const [spec = '', protocol = 'tcp', ...more] = written.split('/');
  if (more.length > 0 || !(/^(tcp|udp|sctp)$/i.test(protocol) || !isKnown(protocol))) return undefined;
  const parts = spec.split(':');
  const container = parts.pop() as string;
  const host = parts.pop();
  const ip = parts.join(':').replace(/^\[(.*)\]$/, '$1');
  if (ip !== '' && isKnown(ip) && isIP(ip) === 0) return undefined;
  const rest = { protocol: protocol.toLowerCase(), ...(ip === '' ? {} : { hostIp: ip }) };
  const published = host === undefined || host === '' ? {} : { published: host };
  if (!isKnown(container)) return [{ ...rest, ...published }];
  const targets = range(container);
  if (targets === undefined) return undefined;
  if (host === undefined || host === '') return each(targets).map((target) => ({ target, ...rest }));
  if (!isKnown(host)) return each(targets).map((target) => ({ target, published: HOLE, ...rest }));
  const hosts = range(host);
  if (hosts === undefined) return undefined;
  if (targets[0] === targets[1]) return [{ target: targets[0], published: host, ...rest }];
  if (hosts[1] - hosts[0] !== targets[1] - targets[0]) return undefined;
  return each(targets).map((target, index) => ({ target, published: String(hosts[0] + index), ...rest }));
};
const range = (text: string): readonly [number, number] | undefined => {
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const [low, high] = [Number(from), Number(to)];
  return from !== undefined && low <= high && high <= 65_535 ? [low, high] : undefined;
};
const each = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, index) => low + index);
