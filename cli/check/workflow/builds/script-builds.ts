import type { ShellCommand } from '../../dockerfile/shell-commands';
import { knownText, type Parts, shown } from '../read/parts';
import type { Scope } from '../read/scope';
import { type Job, type Step, spotOfLine, type Workflow } from '../read/workflow';
import { folderOf } from './action-build';
import type { Build, Ref } from './build';
import { refOf } from './ref-of';
import { commandsOf, ownVariables, wordParts } from './script-words';

/** Options of `docker build` that take no value. */
const ALONE = /^--(?:push|load|no-cache|pull|quiet|squash|compress|rm|force-rm|check|debug|progress=.*)$|^-q$/;
export interface Scripted {
  readonly builds: readonly Build[];
  readonly pushed: readonly Ref[];
  /** Another name of the same image. */
  readonly tagged: readonly { readonly from: string; readonly to: Ref }[];
}
/** `docker build`, `docker tag` and `docker push` of a script. */
export const scriptBuilds = (workflow: Workflow, job: Job, step: Step, runs: true | undefined, scope: Scope): Scripted => {
  const script = step.run?.text ?? '';
  const builds: Build[] = [];
  const pushed: Ref[] = [];
  const tagged: Scripted['tagged'][number][] = [];
  if (!/docker|buildx|podman/.test(script)) return { builds, pushed, tagged };
  const own = ownVariables(script);
  const folder = /\bcd\s|\bpushd\s/.test(script) ? undefined : knownText(scope.read(step.folder ?? '.'));
  for (const command of commandsOf(script)) {
    const words = command.words.map((word) => wordParts(word, scope, own));
    const texts = words.map(knownText);
    const at = step.run === undefined ? step.at : spotOfLine(workflow, step.run, lineOf(step.run.text, command));
    const isCertain = command.isCertain && runs === true;
    const verb = verbOf(texts);
    if (verb === undefined) continue;
    const rest = words.slice(verb.length);
    if (verb.is === 'build') builds.push(buildOf({ workflow, job, step, at, runs: isCertain ? true : undefined, words: rest, folder }));
    if (verb.is === 'push')
      pushed.push(...rest.filter((word) => !isOption(word)).map((word) => refOf(word, at, isCertain && !hasAllTags(texts))));
    if (verb.is === 'tag') {
      const [from, to] = rest.filter((word) => !isOption(word));
      if (from !== undefined && to !== undefined) tagged.push({ from: shown(from), to: refOf(to, at, isCertain) });
    }
    if (verb.is === 'imagetools create') pushed.push(...valuesOf(rest, ['-t', '--tag']).map((word) => refOf(word, at, isCertain)));
  }
  return { builds, pushed, tagged };
};
const VERBS = [
  ['docker', 'build'],
  ['docker', 'buildx', 'build'],
  ['docker', 'image', 'build'],
  ['docker', 'builder', 'build'],
  ['docker', 'push'],
  ['docker', 'image', 'push'],
  ['docker', 'tag'],
  ['docker', 'image', 'tag'],
  ['docker', 'buildx', 'imagetools', 'create'],
] as const;
const verbOf = (texts: readonly (string | undefined)[]): { readonly is: string; readonly length: number } | undefined => {
  const found = VERBS.find((verb) => verb.every((word, index) => texts[index] === word));
  if (found === undefined) return undefined;
  return { is: found.includes('imagetools' as never) ? 'imagetools create' : (found.at(-1) as string), length: found.length };
};
const isOption = (word: Parts): boolean => typeof word[0] === 'string' && word[0].startsWith('-');
const hasAllTags = (texts: readonly (string | undefined)[]): boolean => texts.some((text) => text === '-a' || text === '--all-tags');
const lineOf = (script: string, { words }: ShellCommand): string => {
  const start = words.slice(0, 2).join(' ');
  return (
    script
      .split('\n')
      .find((line) => line.includes(start) && words.slice(0, 4).every((word) => !/^[\w./:-]+$/.test(word) || line.includes(word))) ?? start
  );
};
/** Values of an option, written `-t x`, `--tag x` or `--tag=x`. */
const valuesOf = (words: readonly Parts[], names: readonly string[]): readonly Parts[] =>
  words.flatMap((word, index) => {
    const [first, ...more] = word;
    if (typeof first !== 'string') return [];
    if (names.includes(first) && more.length === 0) return words[index + 1] === undefined ? [] : [words[index + 1] as Parts];
    const name = names.find((one) => first.startsWith(`${one}=`));
    return name === undefined ? [] : [[first.slice(name.length + 1), ...more]];
  });
const has = (words: readonly Parts[], name: string): boolean =>
  words.some((word) => knownText(word) === name || knownText(word) === `${name}=true`);

interface Found {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
  readonly at: Build['at'];
  readonly runs: true | undefined;
  readonly words: readonly Parts[];
  readonly folder: string | undefined;
}
const buildOf = ({ job, step, at, runs, words, folder }: Found): Build => {
  const one = (...names: readonly string[]): string | undefined => {
    const value = valuesOf(words, names).at(-1);
    return value === undefined ? '' : knownText(value);
  };
  const positional = words.filter((word, index) => {
    if (isOption(word)) return false;
    const before = knownText(words[index - 1] ?? []) ?? '';
    return index === 0 || !before.startsWith('-') || before.includes('=') || ALONE.test(before);
  });
  // What comes of an expression alone may be options.
  const isOpen = positional.length !== 1;
  const written = positional.length === 1 ? knownText(positional[0] as Parts) : undefined;
  const inFolder = folder !== undefined && written !== undefined && !/^(https?:|git@|\/|-$)/.test(written);
  const context = inFolder ? folderOf(`${folder}/${written}`) : undefined;
  const file = one('-f', '--file');
  const platform = one('--platform');
  const output = one('-o', '--output');
  const args = new Map<string, { readonly value: Parts; readonly at: Build['at'] }>();
  for (const value of valuesOf(words, ['--build-arg'])) {
    const [first, ...more] = value;
    const name = typeof first === 'string' ? /^([A-Za-z_]\w*)(=|$)/.exec(first) : null;
    if (name !== null && typeof first === 'string')
      args.set(name[1] as string, {
        value: name[2] === '=' ? [first.slice((name[1] as string).length + 1), ...more] : [{ is: 'anything', least: 0 }],
        at,
      });
  }
  const target = valuesOf(words, ['--target']).at(-1);
  return {
    job,
    step,
    at,
    by: 'script',
    context,
    file:
      file === undefined || context === undefined
        ? undefined
        : file === ''
          ? folderOf(`${context}/Dockerfile`)
          : folderOf(`${folder}/${file}`),
    target: target ?? [],
    push: has(words, '--push') || /type=registry|push=true/.test(output ?? '') ? true : isOpen || output === undefined ? undefined : false,
    refs: valuesOf(words, ['-t', '--tag']).map((word) => refOf(word, at, runs === true)),
    refsAreAll: !isOpen,
    platforms: isOpen || platform === undefined ? undefined : platform === '' ? 'own' : platform.split(',').map((text) => text.trim()),
    args: { given: args, areAll: !isOpen },
    labels: isOpen ? undefined : 'none',
    runs,
    inputs: new Map(),
  };
};
