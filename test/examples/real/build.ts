import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast';
import { makeBase } from './bases';
import { type Image, runIn } from './in-root';
import { run } from './run';

type Values = Record<string, string>;

/** One stage while it is built. */
interface Stage extends Image {
  env: Values;
  args: Values;
  user: string;
  workdir: string;
  entrypoint: readonly string[];
  command: readonly string[];
  healthcheck: string;
}
/** These programs reach the package registries of the machine that builds, with its authorities. */
const AUTHORITIES = '/etc/ssl/certs/waybill.crt';
const NETWORK: Values = { PIP_CERT: AUTHORITIES, NODE_EXTRA_CA_CERTS: AUTHORITIES, DEBIAN_FRONTEND: 'noninteractive' };
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const expand = (text: string, values: Values) =>
  text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, plain?: string) => values[braced ?? plain ?? ''] ?? '');
const unquoted = (text: string) => text.replace(/"([^"]*)"/g, '$1');
/** Without comments and line continuations. */
const contentOf = (instruction: Instruction) =>
  (instruction.getRawArgumentsContent() ?? '')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .trim();
const wordsOf = (text: string): string[] => (text.startsWith('[') ? JSON.parse(text) : ['/bin/sh', '-c', text]);
const pairsOf = (text: string): [string, string][] =>
  [...text.matchAll(/([\w.]+)=("[^"]*"|\S+)/g)].map(([, name = '', value = '']) => [name, unquoted(value)]);

const copyInto = (stage: Stage, sources: readonly string[], from: string, to: string, owner: string, mode: string) => {
  const script = `set -eu; root=$1 from=$2 to=$3 owner=$4 mode=$5; shift 5
    case $to in */) mkdir -p "$root$to" ;; *) mkdir -p "$root$(dirname "$to")" ;; esac
    for source; do
      path=$from/$source; test -e "$path" || { echo "COPY: $source is not there" >&2; exit 1; }
      if [ -d "$path" ]; then mkdir -p "$root$to"; cp -a "$path/." "$root$to/"; else cp -a "$path" "$root$to"; fi
    done
    target=$root$to; if [ $# = 1 ] && [ ! -d "$from/$1" ] && [ -d "$target" ]; then target=$target/$(basename "$1"); fi
    if [ "$owner" ]; then chroot "$root" chown -R "$owner" "\${target#"$root"}"; fi
    if [ "$mode" ]; then chmod "$mode" "$target"; fi`;
  run('sh', ['-c', script, 'sh', stage.root, from, to, owner, mode, ...sources]);
};

/**
 * Builds a Dockerfile by running it, stage after stage, in copies of root file systems: the instructions that the reference files use, no cache.
 * The context is taken as it is: what is ignored in it is for other tests.
 */
export const build = (
  dockerfile: string,
  context: string,
  work: string,
  given: Values = {},
): Image & { readonly stages: readonly Image[] } => {
  const stages: (Stage & { name: string })[] = [];
  const globals: Values = {};
  for (const instruction of DockerfileParser.parse(readFileSync(dockerfile, 'utf8')).getInstructions()) {
    const text = contentOf(instruction);
    const stage = stages.at(-1);
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM' || !stage) {
      if (keyword === 'ARG') globals[text.split('=')[0] ?? ''] = given[text.split('=')[0] ?? ''] ?? text.split('=')[1] ?? '';
      if (keyword !== 'FROM') continue;
      const [image = '', , name = String(stages.length)] = expand(text, globals).split(/\s+/);
      const parent = stages.find((each) => each.name === image);
      const root = join(work, name);
      if (parent) run('cp', ['-a', '--reflink=auto', parent.root, root]);
      else makeBase(image, root);
      const fresh = { env: { PATH }, args: {}, user: '0:0', workdir: '/', entrypoint: [], command: [], healthcheck: '' };
      stages.push({ ...structuredClone(parent ?? fresh), root, name });
      continue;
    }
    const values = { ...stage.args, ...stage.env };
    switch (keyword) {
      case 'ARG': {
        const [name = '', byDefault] = text.split('=');
        const value = given[name] ?? globals[name] ?? byDefault;
        if (value !== undefined) stage.args[name] = value;
        break;
      }
      case 'ENV':
        for (const [name, value] of pairsOf(text)) stage.env[name] = expand(value, values);
        break;
      case 'WORKDIR':
        stage.workdir = text;
        run('mkdir', ['-p', join(stage.root, text)]);
        break;
      case 'USER':
        stage.user = expand(text, values);
        break;
      case 'RUN':
        runIn({ ...stage, env: { ...stage.args, ...NETWORK, ...stage.env } }, text);
        break;
      case 'COPY': {
        const flags: Values = {};
        for (const flag of (instruction as Copy).getFlags()) flags[flag.getName()] = flag.getValue() ?? '';
        const words = expand(text, values)
          .split(/\s+/)
          .filter((word) => !word.startsWith('--'));
        const to = words.pop() ?? '';
        const target = posix.resolve(stage.workdir, to) + (/(^|\/)\.?\/?$/.test(to) ? '/' : '');
        const from = flags.from ? (stages.find(({ name }) => name === flags.from)?.root ?? '/nowhere') : context;
        copyInto(stage, words, from, target, flags.from || flags.chown ? expand(flags.chown ?? '', values) : '0:0', flags.chmod ?? '');
        break;
      }
      case 'ENTRYPOINT':
        stage.entrypoint = wordsOf(text);
        break;
      case 'CMD':
        stage.command = wordsOf(text);
        break;
      case 'HEALTHCHECK':
        stage.healthcheck = text.replace(/^.*?\bCMD\s+/, '');
        break;
      case 'EXPOSE':
      case 'LABEL':
      case 'VOLUME':
        break;
      default:
        throw new Error(`${keyword} is not built here`);
    }
  }
  const last = stages.at(-1);
  if (!last) throw new Error(`${dockerfile} has no stage`);
  return { ...last, stages };
};
