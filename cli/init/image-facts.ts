import { expand } from '../check/dockerfile/expand';
import { healthcheckOf } from '../check/dockerfile/healthcheck-of';
import { nanoseconds } from '../check/dockerfile/nanoseconds';
import { parseWords, unquoted } from '../check/dockerfile/parse-words';
import type { ParsedDockerfile } from '../check/dockerfile/read-dockerfile';
import { PLATFORM_ARGUMENTS, pairsOf, readStages } from '../check/dockerfile/read-stages';
import { runsAs } from '../check/dockerfile/runs-as';
import { lastOf, ofKeyword, type Stage } from '../check/dockerfile/stage';

/** What a Dockerfile says of its image; undefined: it does not, or not so that it could be known from here. */
export interface ImageFacts {
  readonly base?: string;
  readonly stages: readonly { readonly name?: string; readonly from: string }[];
  readonly arguments: Readonly<Record<string, string | undefined>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly copies: readonly { readonly stage?: string; readonly from: string; readonly to: string }[];
  readonly user: { readonly name?: string; readonly uid?: number; readonly gid?: number };
  readonly ports: readonly { readonly number: number; readonly isUdp: boolean }[];
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly healthcheck?: HealthcheckFacts;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly stopSignal?: string;
}
export interface HealthcheckFacts {
  readonly interval: string;
  readonly timeout: string;
  readonly startPeriod?: string;
  readonly retries: number;
  readonly command: string;
  readonly words: readonly string[];
}
const NAME = /^[A-Za-z_]\w*$/;
const SHELL = ['/bin/sh', '-c'];
/** What a Dockerfile may expose and a person wrote on purpose. */
const MOST_PORTS = 50;

/** A duration of Docker's in the units of a contract: whole seconds, or milliseconds below them. */
const durationOf = (written: string | undefined, fallback: string): string => {
  const milliseconds = nanoseconds(written ?? fallback) / 1e6;
  if (!Number.isFinite(milliseconds) || milliseconds < 1) return fallback;
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${Math.round(milliseconds)}ms`;
};

/** The stages that the last one is made of; others are built for themselves: tests, tools. */
const stagesBehind = (final: Stage, all: readonly Stage[]): readonly Stage[] => {
  const found = new Set<Stage>();
  const visit = (stage: Stage): void => {
    if (found.has(stage)) return;
    found.add(stage);
    if (stage.parent !== undefined) visit(stage.parent);
    for (const { copy, instruction } of stage.steps) {
      if (typeof copy?.from === 'object') visit(copy.from);
      for (const { name, value = '' } of instruction.flags) {
        const [, from] = (name === 'mount' && /(?:^|,)from=([^,]+)/.exec(value)) || [];
        const mounted = from === undefined ? undefined : all.find((one) => one.name === from.toLowerCase());
        if (mounted !== undefined && mounted.index < stage.index) visit(mounted);
      }
    }
  };
  visit(final);
  return all.filter((stage) => found.has(stage));
};

/** Undefined: it has no stage, so it is the Dockerfile of no image. */
export const imageFacts = (file: ParsedDockerfile): ImageFacts | undefined => {
  const { stages, before } = readStages(file);
  const final = stages.at(-1);
  if (final === undefined) return undefined;
  const { escapes } = file;
  const last = (keyword: string) => lastOf(final, keyword)?.instruction;
  const wordsOf = (keyword: string) => {
    const instruction = last(keyword);
    if (instruction === undefined || instruction.text === '' || instruction.json?.length === 0) return undefined;
    if (instruction.json !== undefined) return instruction.json;
    const shell = last('SHELL')?.json ?? SHELL;
    // What PowerShell makes of a text is not known here.
    return /(?:^|\/)[a-z]*sh$/.test(shell[0] ?? '') && !/pwsh/.test(shell[0] ?? '') ? [...shell, instruction.text] : undefined;
  };
  const { step: _, home: __, ...user } = runsAs(final, escapes) ?? {};
  const named = Object.fromEntries([...final.accounts.users].flatMap(([name, { uid }]) => (uid === undefined ? [] : [[uid, name]])));
  const nameOf = user.name ?? (user.uid === undefined ? undefined : named[user.uid]);
  const stopSignal = last('STOPSIGNAL')?.text;
  const health = healthcheckOf(final);
  const known = (of: Stage, pairs: readonly (readonly [string, string])[]) =>
    pairs.flatMap(([name, written]): (readonly [string, string])[] => {
      const value = expand(unquoted(written, escapes), of.variables, escapes);
      return value === undefined ? [] : [[unquoted(name, escapes), value]];
    });
  return {
    ...(final.root === undefined ? {} : { base: final.root }),
    // The last one names the image at its beginning, as `base` does.
    stages: stagesBehind(final, stages).map((stage) => ({
      ...(stage.name === undefined ? {} : { name: stage.name }),
      from: (stage === final ? stage.root : (stage.parent?.name ?? stage.image)) ?? stage.base,
    })),
    arguments: Object.fromEntries(
      [...before, ...stages.flatMap(({ steps }) => steps.map(({ instruction }) => instruction))]
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ text }) => parseWords(text, escapes))
        .map((word): [string, string | undefined] => {
          const [name = '', value] = word.split(/=(.*)/s);
          return [name, value === undefined ? undefined : unquoted(value, escapes)];
        })
        .filter(([name]) => NAME.test(name) && !PLATFORM_ARGUMENTS.includes(name))
        // Declared again without its default, it keeps the one it has; of two that differ none is the argument's own.
        .map(([name], _, all): [string, string | undefined] => {
          const [value, ...others] = new Set(all.flatMap(([same, one]) => (same === name && one !== undefined ? [one] : [])));
          return [name, others.length > 0 ? undefined : value];
        }),
    ),
    labels: Object.fromEntries(
      ofKeyword(final.chain, 'LABEL').flatMap(({ instruction }) => known(final, pairsOf(instruction.text, escapes))),
    ),
    copies: final.chain.flatMap(({ copy }) => {
      if (copy?.keyword !== 'COPY' || (typeof copy.from === 'object' && copy.from.name === undefined) || typeof copy.from === 'string')
        return [];
      return copy.sources
        .filter((from) => !from.startsWith('<<'))
        .map((from) => ({ ...(copy.from === undefined ? {} : { stage: (copy.from as Stage).name as string }), from, to: copy.target }));
    }),
    user: { ...user, ...(nameOf === undefined ? {} : { name: nameOf }) },
    ports: ofKeyword(final.chain, 'EXPOSE')
      .flatMap(({ instruction, variables }) => (expand(instruction.text, variables, escapes) ?? '').split(/\s+/))
      .flatMap((word) => {
        const [, number, protocol] = /^(\d{1,5})(?:\/(tcp|udp))?$/i.exec(word) ?? [];
        return number === undefined ? [] : [{ number: Number(number), isUdp: protocol?.toLowerCase() === 'udp' }];
      })
      .filter(
        (port, index, all) => port.number > 0 && port.number < 65_536 && all.findIndex(({ number }) => number === port.number) === index,
      )
      .slice(0, MOST_PORTS),
    env: Object.fromEntries(
      ofKeyword(final.chain, 'ENV')
        .flatMap(({ instruction }) => pairsOf(instruction.text, escapes))
        // As waybill check reads it: what hangs on the base image keeps its variable.
        .map(([name, written]): [string, string] => [
          name,
          final.variables.get(name)?.value ?? unquoted(written, escapes).replace(/\$\{(\w+)\}/g, '$$$1'),
        ])
        .filter(([name]) => NAME.test(name)),
    ),
    volumes: ofKeyword(final.chain, 'VOLUME')
      .flatMap(({ instruction }) => instruction.json ?? parseWords(instruction.text, escapes))
      .map((path) => path.replace(/(?<=.)\/+$/, ''))
      .filter((path, index, all) => path.startsWith('/') && !path.includes('$') && all.indexOf(path) === index),
    ...(health === undefined
      ? {}
      : {
          healthcheck: {
            interval: durationOf(health.interval, '30s'),
            timeout: durationOf(health.timeout, '30s'),
            ...(health.startPeriod === undefined || nanoseconds(health.startPeriod) === 0
              ? {}
              : { startPeriod: durationOf(health.startPeriod, '1s') }),
            retries: /^[1-9]\d{0,3}$/.test(health.retries ?? '') ? Number(health.retries) : 3,
            command: health.command,
            words: health.words ?? [...SHELL, health.command],
          },
        }),
    ...(wordsOf('ENTRYPOINT') === undefined ? {} : { entrypoint: wordsOf('ENTRYPOINT') }),
    ...(wordsOf('CMD') === undefined ? {} : { command: wordsOf('CMD') }),
    ...(stopSignal === undefined ? {} : { stopSignal }),
  } as ImageFacts;
};
