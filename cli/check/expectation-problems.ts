import { parseWords, unquoted } from './dockerfile/parse-words';
import type { Stage, Step } from './dockerfile/stage';
import { isIgnored } from './dockerignore/is-ignored';
import type { Expectation } from './expectation';
import { type CheckSubject, type Problem, spotIn, TOP } from './rule';

/** What of a clause's expectation does not hold. */
export const expectationProblems = (subject: CheckSubject, expectation: Expectation): readonly Problem[] => {
  const { clause, has, before, lacks, ignores, keeps, why } = expectation;
  const clauses = [clause];
  const fix = why === undefined ? {} : { fix: why };
  const path = ignores ?? keeps;
  if (path !== undefined) {
    if (subject.ignore === 'unknown') return [];
    const isOut = subject.ignore !== undefined && isIgnored(subject.ignore.patterns, path.replace(/\/$/, ''));
    if (isOut === (ignores !== undefined)) return [];
    return [
      {
        spot: TOP,
        ...(subject.ignore === undefined ? {} : { file: 'dockerignore' }),
        found: ignores === undefined ? `${path} is ignored, and the clause wants it in the context` : `${path} is not ignored`,
        fix: ignores === undefined ? `!${path}` : ignores,
        clauses,
      },
    ];
  }
  if (expectation.first !== undefined) return isFirst(subject, expectation.first, clauses);
  const stages = stagesOf(subject, expectation.stage);
  if (subject.stages.stages.length === 0) return [];
  // A stage that is not there is another rule's finding.
  if (stages.length === 0) return [];
  const where = expectation.stage === undefined ? '' : ` in stage ${stages[0]?.name ?? expectation.stage}`;
  const first = (stages.at(-1) as Stage).from;
  const found = (pattern: string): readonly Step[] =>
    stages.flatMap((stage) => stepsOf(stage, expectation.stage).filter((step) => fits(step, pattern)));
  if (lacks !== undefined)
    return found(lacks).map((step) => ({
      spot: spotIn(step),
      found: `${lacks} stands${where}, which the clause forbids`,
      ...fix,
      clauses,
    }));
  if (has === undefined) return [];
  const [own] = [...found(has), ...(expectation.or === undefined ? [] : found(expectation.or))];
  if (own === undefined)
    return [{ spot: spotIn(first), found: `${has} does not stand${where}`, fix: why ?? has, class: 'not-declared', clauses }];
  const later = before === undefined ? undefined : found(before)[0];
  return later !== undefined && isAfter(own, later, has, before as string)
    ? [{ spot: spotIn(own), found: `${has} comes after ${before}`, fix: why ?? 'put it before', clauses }]
    : [];
};

const isFirst = ({ stages: { stages }, final }: CheckSubject, name: string, clauses: readonly string[]): readonly Problem[] =>
  stages
    .filter((stage) => stage.name === name && (stage.index > 0 || stage === final))
    .map((stage) => ({
      spot: spotIn(stage.from),
      found: stage.index > 0 ? `stage ${name} is not the first` : `stage ${name} is the last, so it ships`,
      fix: `let ${name} be the first stage, and another the last`,
      clauses,
    }));

const stagesOf = ({ stages: { stages }, final }: CheckSubject, name: string | undefined): readonly Stage[] =>
  name === undefined ? stages : name === 'final' ? (final === undefined ? [] : [final]) : stages.filter((stage) => stage.name === name);
const stepsOf = (stage: Stage, name: string | undefined): readonly Step[] => (name === undefined ? stage.steps : stage.chain);
const isAfter = (one: Step, other: Step, has: string, before: string): boolean => {
  if (one !== other) return one.instruction.line > other.instruction.line;
  const index = (pattern: string) => one.commands.findIndex(({ words }) => holds(words, wordsOf(pattern).slice(1)));
  return index(has) > index(before);
};

/** The same few patterns and instructions are asked about many times. */
const read = new Map<string, readonly string[]>();
const wordsOf = (text: string): readonly string[] => {
  const known = read.get(text);
  if (known !== undefined) return known;
  const words = parseWords(text, '\\').map((word) => unquoted(word, '\\'));
  if (read.size < MOST) read.set(text, words);
  return words;
};
const MOST = 5000;
const bare = (word: string): string =>
  word
    .replace(/\$\{(\w+)\}/g, '$$$1')
    .replace(/^\.\/(?=.)/, '')
    .replace(/(?<=.)\/$/, '');
/** `RUN` by the words of one command, the first in its place, the others in their order; `…` in a word is anything. */
const fits = (step: Step, pattern: string): boolean => {
  const [keyword = '', ...wanted] = wordsOf(pattern);
  const { instruction } = step;
  // `…` alone: any instruction that has the text.
  if (keyword === '…') return instruction.text.includes(wanted.join(' '));
  if (instruction.keyword !== keyword) return false;
  if (keyword === 'RUN')
    return (
      step.commands.some(({ words, assigns }) => holds([...assigns, ...words], wanted) || holds(words, wanted)) ||
      (wanted[0] === '…' && instruction.text.includes(pattern.slice(pattern.indexOf('…') + 1).trim()))
    );
  const flags = wanted.filter((word) => word.startsWith('--'));
  const rest = wanted.filter((word) => !word.startsWith('--'));
  const own = instruction.flags.map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`));
  if (!flags.every((flag) => own.some((word) => like(word, flag)))) return false;
  const words = instruction.json ?? wordsOf(instruction.text);
  // One instruction may set several.
  if (['ENV', 'LABEL', 'ARG'].includes(keyword)) {
    // `ENV NAME value` is the old way to write it.
    const pairs = keyword === 'ARG' || words[0]?.includes('=') ? words : [`${words[0]}=${words.slice(1).join(' ')}`];
    return rest.every((want) => pairs.some((word) => like(word, want)));
  }
  return keyword === 'COPY' || keyword === 'ADD' ? copies(words, rest, own) : holds(words, rest);
};
const copies = (words: readonly string[], wanted: readonly string[], flags: readonly string[]): boolean =>
  (wanted.length === 0 || like(words.at(-1) ?? '', wanted.at(-1) ?? '')) &&
  wanted.slice(0, -1).every((source) => words.slice(0, -1).some((word) => like(word, source))) &&
  // What comes from the context is not what comes from a stage.
  (wanted[0] !== '.' || !flags.some((flag) => flag.startsWith('--from')));
const like = (word: string, pattern: string): boolean => {
  const [a, b] = [bare(word), bare(pattern)];
  return (
    a === b ||
    (b.includes('…') &&
      new RegExp(
        `^${b
          .split('…')
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}$`,
        's',
      ).test(a))
  );
};
const holds = (words: readonly string[], wanted: readonly string[]): boolean => {
  if (wanted.length === 0) return true;
  if (words[0] === undefined || !like(words[0], wanted[0] as string)) return false;
  let at = 0;
  for (const word of wanted) {
    while (at < words.length && !like(words[at] as string, word)) at += 1;
    if (at >= words.length) return false;
    at += 1;
  }
  return true;
};
