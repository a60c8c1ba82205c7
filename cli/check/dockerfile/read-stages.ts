import { cleanPath } from '../dockerignore/clean-path';
import { type Accounts, afterCommand } from './accounts';
import { baseFacts } from './base-facts';
import { copyStep } from './copy-step';
import { expand, type Known, type Variables } from './expand';
import { installOf } from './installed';
import type { Instruction } from './instruction';
import { parseWords, unquoted } from './parse-words';
import type { ParsedDockerfile } from './read-dockerfile';
import { shellCommands } from './shell-commands';
import type { Stage, Step } from './stage';

export interface Stages {
  readonly stages: readonly Stage[];
  /** ARG before the first FROM. */
  readonly globals: Variables;
  /** What stands before the first FROM. */
  readonly before: readonly Instruction[];
}
/** Given by BuildKit to whoever declares them; in a FROM without a declaration. */
export const PLATFORM_ARGUMENTS = [
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETSTAGE',
];

/** Every stage with what holds at each of its instructions. */
export const readStages = ({ instructions, escapes }: ParsedDockerfile): Stages => {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const before = first === -1 ? instructions : instructions.slice(0, first);
  let globals: Variables = new Map();
  for (const one of before) if (one.keyword === 'ARG') globals = withArguments(globals, one, escapes, new Map());
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  for (let at = first; at !== -1 && at < instructions.length; ) {
    let end = at + 1;
    while (end < instructions.length && instructions[end]?.keyword !== 'FROM') end += 1;
    const stage = readStage(instructions[at] as Instruction, instructions.slice(at + 1, end), { stages, byName, globals, escapes });
    stages.push(stage);
    if (stage.name !== undefined) byName.set(stage.name, stage);
    at = end;
  }
  return { stages, globals, before };
};

const DISTRO = /^[\w./-]+:.*(?:bookworm|bullseye|trixie|alpine|jammy|noble)/;

interface Before {
  readonly stages: readonly Stage[];
  readonly byName: ReadonlyMap<string, Stage>;
  readonly globals: Variables;
  readonly escapes: string;
}
const readStage = (from: Instruction, body: readonly Instruction[], { stages, byName, globals, escapes }: Before): Stage => {
  const words = from.text.split(/\s+/);
  const base = words[0] ?? '';
  const image = expand(unquoted(base, escapes), globals, escapes);
  // Only an earlier stage is meant: a name that comes later is an image.
  const parent = image === undefined ? undefined : byName.get(image.toLowerCase());
  const name = words[1]?.toLowerCase() === 'as' ? words[2]?.toLowerCase() : undefined;
  const platform = from.flags.find((flag) => flag.name === 'platform')?.value;
  // The version may be open where the rest of the tag says enough.
  const facts = baseFacts(image ?? (DISTRO.test(base) ? base.replace(/\$\{?\w+\}?/g, '') : undefined));
  const { distro } = parent ?? facts;
  // Arguments end with their stage.
  let variables: Variables = new Map([...(parent?.variables ?? [])].filter(([, { kind }]) => kind === 'ENV'));
  let workdir: string | undefined = parent === undefined ? facts.workdir : parent.workdir;
  let hasWorkdir = parent?.hasWorkdir ?? false;
  let user = parent?.chain.findLast(({ instruction }) => instruction.keyword === 'USER')?.instruction.text;
  let accounts: Accounts = parent?.accounts ?? facts.accounts;
  const steps: Step[] = [];
  const stage = {
    index: stages.length,
    ...(name === undefined ? {} : { name }),
    from,
    base,
    image,
    ...(parent === undefined ? {} : { parent }),
    ...(platform === undefined ? {} : { platform }),
    ...(distro === undefined ? {} : { distro }),
    root: parent === undefined ? image : parent.root,
    rootBase: parent === undefined ? base : parent.rootBase,
  };
  const whole = stage as Stage;
  for (const instruction of body) {
    const { keyword, text } = instruction;
    const commands = keyword === 'RUN' ? shellCommands(instruction) : [];
    const copy =
      keyword === 'COPY' || keyword === 'ADD' ? copyStep(instruction, { variables, workdir, escapes, stages, byName }) : undefined;
    steps.push({
      stage: whole,
      instruction,
      variables,
      workdir,
      user,
      commands,
      installs: commands.flatMap((command) => installOf(command) ?? []),
      ...(copy === undefined ? {} : { copy }),
    });
    if (keyword === 'ARG') variables = withArguments(variables, instruction, escapes, globals);
    else if (keyword === 'ENV') variables = withEnvironment(variables, instruction, escapes);
    else if (keyword === 'USER') user = text;
    else if (keyword === 'WORKDIR') {
      const path = expand(unquoted(text, escapes), variables, escapes);
      workdir =
        path === undefined
          ? undefined
          : path.startsWith('/')
            ? cleanPath(path)
            : workdir === undefined
              ? undefined
              : cleanPath(`${workdir}/${path}`);
      hasWorkdir = true;
    } else
      for (const { words: said, ...command } of commands) {
        const known = said.map((word) => (word.includes('$') ? (expand(word, variables, escapes) ?? word) : word));
        accounts = afterCommand(accounts, { ...command, words: known }, distro);
      }
  }
  return Object.assign(stage, {
    steps,
    chain: parent === undefined ? steps : [...parent.chain, ...steps],
    variables,
    workdir,
    hasWorkdir,
    accounts,
  });
};

const withArguments = (before: Variables, { text, line }: Instruction, escapes: string, globals: Variables): Variables => {
  const variables = new Map(before);
  for (const word of parseWords(text, escapes)) {
    const equals = word.indexOf('=');
    const name = equals === -1 ? word : word.slice(0, equals);
    // ENV wins over ARG of the same name.
    if (variables.get(name)?.kind === 'ENV') continue;
    const inherited = equals === -1 ? globals.get(name)?.value : undefined;
    const value = equals === -1 ? inherited : replaced(word.slice(equals + 1), variables, escapes);
    variables.set(name, { kind: 'ARG', line, ...(value === undefined ? {} : { value }) });
  }
  return variables;
};
/** `NAME=value …`, or the old `NAME value`. */
export const pairsOf = (text: string, escapes: string): readonly (readonly [string, string])[] => {
  const words = parseWords(text, escapes);
  if (words[0] === undefined) return [];
  if (!words[0].includes('=')) return [[words[0], text.slice(words[0].length).trim()]];
  return words.map((word) => {
    const equals = word.indexOf('=');
    return equals === -1 ? [word, ''] : [word.slice(0, equals), word.slice(equals + 1)];
  });
};
const withEnvironment = (before: Variables, { text, line }: Instruction, escapes: string): Variables => {
  const variables = new Map<string, Known>(before);
  // All values are read before any is set.
  for (const [name, written] of pairsOf(text, escapes)) {
    const value = replaced(written, before, escapes);
    variables.set(name, { kind: 'ENV', line, ...(value === undefined ? {} : { value }) });
  }
  return variables;
};
const replaced = (written: string, variables: Variables, escapes: string): string | undefined => {
  const value = expand(written, variables, escapes);
  return value === undefined ? undefined : unquoted(value, escapes);
};
