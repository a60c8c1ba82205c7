import { readDockerfile } from '../../../cli/check/dockerfile/read-dockerfile';
import { readStages } from '../../../cli/check/dockerfile/read-stages';
import { runsAs } from '../../../cli/check/dockerfile/runs-as';
import type { Stage } from '../../../cli/check/dockerfile/stage';

const who = (text: string) => {
  const { stages } = readStages(readDockerfile(text));
  const { step: _, ...account } = runsAs(stages.at(-1) as Stage, '\\') ?? {};
  return account;
};
const ALPINE = 'FROM alpine:3.22\n';
const DEBIAN = 'FROM debian:bookworm\n';

describe('Who a container runs as', () => {
  it.each([
    ['no USER of Debian', DEBIAN, { name: 'root', uid: 0, gid: 0, home: '/root' }],
    ['no USER of an unknown image', 'FROM example/own:1\n', {}],
    ['numbers', `${ALPINE}USER 1000:1001`, { uid: 1000, gid: 1001 }],
    [
      'BusyBox: a system user without -G is in nogroup',
      `${ALPINE}RUN adduser -S -u 100 app\nUSER app`,
      { name: 'app', uid: 100, gid: 65533, home: '/home/app' },
    ],
    [
      'BusyBox: -G names its group',
      `${ALPINE}RUN addgroup -g 7 web && adduser -DHSu 100 -G web app\nUSER app`,
      { name: 'app', uid: 100, gid: 7, home: '/home/app' },
    ],
    [
      'BusyBox: any other user has a group of its own',
      `${ALPINE}RUN adduser -D -u 100 app\nUSER app`,
      { name: 'app', uid: 100, gid: 100, home: '/home/app' },
    ],
    ['BusyBox: the number is its own choice', `${ALPINE}RUN adduser -D app\nUSER app`, { name: 'app', home: '/home/app' }],
    [
      'Debian: a system user is in nogroup and has no home',
      `${DEBIAN}RUN adduser --system --uid 100 app\nUSER app`,
      { name: 'app', uid: 100, gid: 65534, home: '/nonexistent' },
    ],
    [
      'Debian: --gid may be a number',
      `${DEBIAN}RUN adduser --system --uid 100 --gid 7 app\nUSER app`,
      { name: 'app', uid: 100, gid: 7, home: '/nonexistent' },
    ],
    [
      'useradd makes a group of the same number',
      `${DEBIAN}RUN useradd -m -u 100 app\nUSER app`,
      { name: 'app', uid: 100, gid: 100, home: '/home/app' },
    ],
    [
      'useradd -g by name',
      `${DEBIAN}RUN groupadd -r -g 7 web && useradd -r -u100 --gid=web -d /srv app\nUSER app`,
      { name: 'app', uid: 100, gid: 7, home: '/srv' },
    ],
    ['useradd -N', `${DEBIAN}RUN useradd -N -u 5 app\nUSER app`, { name: 'app', uid: 5, gid: 100, home: '/home/app' }],
    [
      'a group behind the colon wins',
      `${DEBIAN}RUN groupadd -g 7 web && useradd -u 5 app\nUSER app:web`,
      { name: 'app', uid: 5, gid: 7, home: '/home/app' },
    ],
    ['usermod changes it', `FROM node:22-alpine\nRUN usermod -u 500 node\nUSER node`, { name: 'node', uid: 500, gid: 1000 }],
    ['the base image has users', 'FROM node:22-alpine\nUSER node', { name: 'node', uid: 1000, gid: 1000, home: '/home/node' }],
    [
      'an earlier stage made it',
      `${DEBIAN.trim()} AS a\nRUN useradd -u 5 app\nFROM a\nUSER app`,
      { name: 'app', uid: 5, gid: 5, home: '/home/app' },
    ],
    ['an ARG with a default', `${DEBIAN}ARG U=12\nRUN useradd -u $U app\nUSER \${U}`, { uid: 12, gid: 12, home: '/home/app' }],
    ['an ARG without one is not known', `${DEBIAN}ARG U\nUSER \${U}`, {}],
    ['what runs only sometimes is not known', `${DEBIAN}RUN id app || useradd -u 5 app\nUSER app`, { name: 'app' }],
    [
      'a heredoc is a script',
      `${DEBIAN}RUN <<EOF\nset -e\nuseradd -u 5 app\nEOF\nUSER app`,
      { name: 'app', uid: 5, gid: 5, home: '/home/app' },
    ],
    ['scratch has nobody but root', 'FROM scratch\nUSER 5', { uid: 5 }],
  ])('%s', (_, text, expected) => {
    const { home, ...rest } = who(text);

    expect('home' in expected ? { home, ...rest } : rest).toEqual(expected);
  });
});
