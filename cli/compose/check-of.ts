import type { PlacedContainer, PlacedSystem } from '../../contracts/placed';
import type { PlainContract } from '../../contracts/plain';
import { milliseconds } from '../../contracts/units';
import { baseFacts } from '../check/dockerfile/base-facts';
import { imageName } from '../check/dockerfile/image-name';
import { asItIs } from './interpolation';
import { developmentOf } from './place-on-laptop';

export interface ServiceCheck {
  readonly test: readonly string[];
  readonly interval: string;
  readonly timeout: string;
  readonly start_period?: string;
  readonly retries: number;
}
/** Where the document gives no figures; a check starts a program of its own, which takes longer than the answer. */
const INTERVAL = '30s';
const TIMEOUT = '5s';
const RETRIES = 3;

/** How a service is asked whether it lives; undefined: nothing in the image could ask. */
export const checkOf = (placed: PlacedSystem, { role, contract }: PlacedContainer): ServiceCheck | undefined => {
  const { health } = contract;
  const own = developmentOf(placed, role).healthcheck;
  const command = own ?? health.healthcheck?.command;
  if (health.healthcheck !== undefined && command !== undefined) {
    const { interval, timeout, startPeriod, retries } = health.healthcheck;
    return { test: ['CMD-SHELL', asItIs(command)], interval, timeout, start_period: startPeriod, retries };
  }
  const test = own === undefined ? asking(contract) : ['CMD-SHELL', own];
  if (test === undefined) return undefined;
  const { every = INTERVAL, within = TIMEOUT, failures = RETRIES } = health.liveness.timing ?? {};
  return {
    test: test.map(asItIs),
    interval: every,
    timeout: (milliseconds(within) ?? 0) < 1000 ? TIMEOUT : within,
    ...(health.startsWithin === undefined ? {} : { start_period: health.startsWithin }),
    retries: failures,
  };
};

/** Liveness, asked with what the base image is known to hold. 127.0.0.1, because localhost may be ::1 first. */
const asking = ({ health: { liveness }, ports = {}, image }: PlainContract): readonly string[] | undefined => {
  if (liveness.check === 'command') return ['CMD', ...liveness.command];
  if (liveness.check === 'none' || liveness.check === 'grpc') return undefined;
  const number = ports[liveness.port]?.number;
  const base = image.kind === 'built' ? image.base : image.reference;
  const { repository, tag = '' } = imageName(base);
  const has = `${repository} ${/alpine/.test(tag) ? 'alpine' : (baseFacts(base).distro ?? 'unknown')}`;
  if (liveness.check === 'tcp') {
    if (has.startsWith('node '))
      return [
        'CMD',
        'node',
        '-e',
        `require('net').connect(${number}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))`,
      ];
    if (has.startsWith('python ')) return ['CMD', 'python', '-c', `import socket; socket.create_connection(('127.0.0.1', ${number}), 3)`];
    if (has.endsWith(' alpine')) return ['CMD', 'nc', '-z', '127.0.0.1', String(number)];
    return has.endsWith(' debian') ? ['CMD', 'bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${number}`] : undefined;
  }
  const url = JSON.stringify(`http://127.0.0.1:${number}${liveness.path}`);
  if (has.startsWith('node ')) return ['CMD', 'node', '-e', `fetch(${url}).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`];
  if (has.startsWith('python ')) return ['CMD', 'python', '-c', `import urllib.request; urllib.request.urlopen(${url}, timeout=3)`];
  return has.endsWith(' alpine') ? ['CMD', 'wget', '-q', '-O', '/dev/null', JSON.parse(url) as string] : undefined;
};
