import { join } from 'node:path';
import { runProgram } from '../run-program';
import { madeOnce } from './made-once';

/** Path of a program that `go install` builds: `…/cmd/kube-score@v1.20.0` -> `kube-score` in a folder of its version. */
export const goProgram = async (cache: string, pin: string): Promise<string> => {
  const [name = '', version = ''] = pin.slice(pin.lastIndexOf('/') + 1).split('@');
  const folder = await madeOnce(join(cache, `${name}-${version}`), (into) =>
    runProgram('go', ['install', '-trimpath', pin], { env: { GOBIN: into, GOFLAGS: '' }, cwd: into, minutes: 20 }),
  );
  return join(folder, name);
};

/** Path of the program of a module of this repository. Built each time: Go knows by itself what has changed. */
export const ownGoProgram = async (cache: string, module: string): Promise<string> => {
  const program = join(cache, 'pod-security');
  await runProgram('go', ['build', '-trimpath', '-buildvcs=false', '-o', program, '.'], { cwd: module, env: { GOFLAGS: '' }, minutes: 20 });
  return program;
};

/** Folder of a module's files. */
export const goModule = async (cache: string, pin: string): Promise<string> => {
  const answer = await runProgram('go', ['mod', 'download', '-json', pin], {
    cwd: cache,
    env: { GOFLAGS: '', GO111MODULE: 'on' },
    minutes: 20,
  });
  return (JSON.parse(answer) as { readonly Dir: string }).Dir;
};
