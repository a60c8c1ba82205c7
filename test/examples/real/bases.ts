import { existsSync, mkdirSync, realpathSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'waybill-examples');

/** Makes a file once and keeps it. */
const kept = (name: string, make: (path: string) => void): string => {
  const path = join(cache, name);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  make(`${path}.new`);
  renameSync(`${path}.new`, path);
  return path;
};
const debian = (suite: string, ...packages: string[]) =>
  kept([suite, ...packages].join('-'), (path) => {
    run('mmdebstrap', ['--quiet', '--variant=minbase', '--format=directory', ...packages.map((each) => `--include=${each}`), suite, path]);
    run('sh', [
      '-c',
      'mkdir -p "$1/etc/ssl/certs" && cp /etc/resolv.conf "$1/etc/" && cp -L /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/waybill.crt"',
      'sh',
      path,
    ]);
  });

/** BusyBox's own adduser, addgroup and deluser: Debian builds BusyBox without them. */
export const busybox = () =>
  kept('busybox', (path) => {
    const script = `set -e; cd "$(mktemp -d)"; mkdir -p sources lists/partial
      sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > sources/src.sources
      apt="apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$PWD/sources -o Dir::State::Lists=$PWD/lists -o APT::Sandbox::User=root"
      $apt update; $apt source --download-only busybox; tar xf busybox_*.orig.tar.*; cd busybox-*/; make -s allnoconfig
      for option in STATIC ASH SH_IS_ASH LONG_OPTS ADDUSER FEATURE_ADDUSER_TO_GROUP ADDGROUP DELUSER DELGROUP FEATURE_DEL_USER_FROM_GROUP FEATURE_SHADOWPASSWDS; do
        sed -i "s/^# CONFIG_$option is not set/CONFIG_$option=y/" .config
      done
      sed -i 's/^CONFIG_LAST_ID=.*/CONFIG_LAST_ID=60000/' .config; yes '' | make -s oldconfig; make -s; cp busybox "$1"`;
    run('bash', ['-c', script, 'bash', path]);
  });

/** A virtual environment in /usr/local looks as the Python image does there: python, pip and their site-packages. */
const python = (suite: string, version: string) => (path: string) => {
  run('cp', ['-a', '--reflink=auto', debian(suite, 'python3-venv'), path]);
  // The image has Python's headers and not C's, so the package is laid out without what it depends on.
  run('chroot', [
    path,
    'sh',
    '-c',
    `cd /tmp && apt-get -q update && apt-get -q -o APT::Sandbox::User=root download libpython3.$(python3 -c 'import sys; print(sys.version_info[1])')-dev && dpkg -x libpython3*.deb / && python3 -m venv --system-site-packages /usr/local && cd /usr/local/lib && { test -d python${version} || ln -s python3.* python${version}; }`,
  ]);
};

/** Debian with this machine's Node and npm, and with the users, the groups and the BusyBox of the Alpine image. */
const node = (path: string) => {
  run('cp', ['-a', '--reflink=auto', debian('bookworm', 'libstdc++6'), path]);
  const modules = join(realpathSync(process.execPath), '../../lib/node_modules/npm');
  const script = `set -e; mkdir -p "$1/usr/local/lib/node_modules" "$1/opt/busybox"; cp "$2" "$1/usr/local/bin/node"; cp -r "$3" "$1/usr/local/lib/node_modules/"
    ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"; cp "$4" "$1/opt/busybox/busybox"
    rm -f "$1"/usr/sbin/adduser "$1"/usr/sbin/addgroup "$1"/usr/sbin/deluser
    for name in adduser addgroup deluser; do ln -s /opt/busybox/busybox "$1/usr/sbin/$name"; done
    echo 'node:x:1000:1000::/home/node:/bin/sh' >> "$1/etc/passwd"; echo 'node:!:1:0:99999:7:::' >> "$1/etc/shadow"
    sed -i 's/^nogroup:x:.*/nogroup:x:65533:/' "$1/etc/group"; echo 'node:x:1000:node' >> "$1/etc/group"`;
  run('bash', ['-c', script, 'bash', path, realpathSync(process.execPath), modules, busybox()]);
};

/** What stands in for a base image: the same programs from Debian's packages. @throws for an image that has no stand-in */
export const makeBase = (image: string, path: string): void => {
  const make: Record<string, (path: string) => void> = {
    'debian:bookworm-slim': (to) => void run('cp', ['-a', '--reflink=auto', debian('bookworm'), to]),
    'python:3.13-slim': python('trixie', '3.13'),
    'python:3.12-slim': python('bookworm', '3.12'),
    'python:3.11-slim': python('bookworm', '3.11'),
    'node:20-alpine': node,
    'node:18-alpine': node,
  };
  const standIn = make[image];
  if (!standIn) throw new Error(`no stand-in for ${image}`);
  standIn(path);
};
