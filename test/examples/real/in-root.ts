import { run } from './run';

export interface Image {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthcheck: string;
}

/** The words that run a shell command in an image's file system, as its user. Packages come over the builder's network and its authorities. */
export const inRoot = ({ root, env, user, workdir }: Pick<Image, 'root' | 'env' | 'user' | 'workdir'>, command: string): string[] => {
  const [uid = '0', gid = uid] = user.split(':');
  const given = {
    HOME: run('sh', ['-c', `awk -F: '$3 == ${Number(uid)} { print $6 }' "$1/etc/passwd"`, 'sh', root]).trim() || '/',
    ...env,
  };
  const words = Object.entries(given).map(([name, value]) => `${name}=${value}`);
  const script = `cd "${workdir}" && ${command}`;
  return ['chroot', `--userspec=${uid}:${gid}`, '--groups=', root, '/usr/bin/env', '-i', ...words, '/bin/sh', '-c', script];
};

export const runIn = (image: Pick<Image, 'root' | 'env' | 'user' | 'workdir'>, command: string): string => {
  const [program = '', ...args] = inRoot(image, command);
  return run(program, args);
};
