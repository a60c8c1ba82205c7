import type { Account, Accounts, Distro } from './accounts';
import { imageName } from './image-name';

/** What an official image is known to hold. */
export interface BaseFacts {
  readonly distro?: Distro;
  readonly accounts: Accounts;
  /** Names its ENV sets; absent: unknown. */
  readonly sets?: readonly string[];
  /** Absent: unknown. */
  readonly workdir?: string;
  /** Who it runs as; absent: unknown. */
  readonly user?: string;
}
const DEBIAN_BASED = [
  'debian',
  'ubuntu',
  'python',
  'node',
  'rust',
  'golang',
  'ruby',
  'php',
  'postgres',
  'nginx',
  'redis',
  'buildpack-deps',
  'lukemathwalker/cargo-chef',
];
const ROOT: readonly [string, Account] = ['root', { uid: 0, gid: 0, home: '/root' }];
/** Users that the images make beyond their distribution's own, from their Dockerfiles. */
const USERS: Readonly<Record<string, (distro: Distro) => readonly [string, Account]>> = {
  node: () => ['node', { uid: 1000, gid: 1000, home: '/home/node' }],
  postgres: (distro) => ['postgres', distro === 'alpine' ? { uid: 70, gid: 70 } : { uid: 999, gid: 999 }],
  nginx: () => ['nginx', { uid: 101, gid: 101 }],
};
const WORKDIRS: Readonly<Record<string, string>> = {
  debian: '/',
  ubuntu: '/',
  alpine: '/',
  node: '/',
  python: '/',
  rust: '/',
  ruby: '/',
  golang: '/go',
  php: '/var/www/html',
  redis: '/data',
};
const SETS: Readonly<Record<string, readonly string[]>> = {
  debian: ['PATH'],
  ubuntu: ['PATH'],
  alpine: ['PATH'],
  busybox: ['PATH'],
  node: ['PATH', 'NODE_VERSION', 'YARN_VERSION'],
  python: [
    'PATH',
    'LANG',
    'GPG_KEY',
    'PYTHON_VERSION',
    'PYTHON_SHA256',
    'PYTHON_PIP_VERSION',
    'PYTHON_SETUPTOOLS_VERSION',
    'PYTHON_GET_PIP_URL',
    'PYTHON_GET_PIP_SHA256',
  ],
  rust: ['PATH', 'RUSTUP_HOME', 'CARGO_HOME', 'RUST_VERSION'],
};

export const baseFacts = (image: string | undefined): BaseFacts => {
  if (image === undefined) return { accounts: { users: new Map(), groups: new Map() } };
  if (image === 'scratch') return { accounts: { users: new Map(), groups: new Map() }, sets: [], workdir: '/', user: 'root' };
  const { repository, tag = '' } = imageName(image);
  const distro: Distro | undefined = /windows|nanoserver/.test(tag)
    ? undefined
    : repository === 'alpine' || (DEBIAN_BASED.includes(repository) && /alpine/.test(tag))
      ? 'alpine'
      : DEBIAN_BASED.includes(repository)
        ? 'debian'
        : undefined;
  if (distro === undefined) return { accounts: { users: new Map([ROOT]), groups: new Map([['root', 0]]) } };
  // Since 23.04 the image has a user of its own.
  const isUbuntu = repository === 'ubuntu' && /^(?:2[4-9]\.|noble|latest$|$)/.test(tag);
  const own: readonly [string, Account] | undefined = isUbuntu
    ? ['ubuntu', { uid: 1000, gid: 1000, home: '/home/ubuntu' }]
    : USERS[repository]?.(distro);
  const workdir = WORKDIRS[repository];
  const nobody = distro === 'alpine' ? (['nogroup', 65533] as const) : (['nogroup', 65534] as const);
  const users = new Map<string, Account>([ROOT, ['nobody', { uid: 65534, gid: 65534 }], ...(own === undefined ? [] : [own])]);
  const groups = new Map<string, number | undefined>([
    ['root', 0],
    nobody,
    ['users', 100],
    ...(own === undefined ? [] : [[own[0], own[1].gid] as const]),
  ]);
  const sets = SETS[repository];
  return {
    distro,
    accounts: { users, groups },
    user: 'root',
    ...(workdir === undefined ? {} : { workdir }),
    ...(sets === undefined ? {} : { sets }),
  };
};
