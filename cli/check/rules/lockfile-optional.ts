import { type CheckRule, type Context, spotIn } from '../rule';

/** Fits the lock file alone, or nothing. */
const LOCK = /(?:^|\/)package-(?:lock\.json\*|lock\*(?:\.json)?|\*\.json)$/;
/** Fits package.json as well: most who write it have the lock file. */
const BOTH = /(?:^|\/)package\*(?:\.json)?$/;
const hasNone = (source: string, context: Context | undefined): boolean => {
  const folder = source.slice(0, source.lastIndexOf('/') + 1).replace(/^(?:\.?\/)+/, '');
  return context !== undefined && !context.paths.includes(`${folder}package-lock.json`);
};

export const lockfileOptional: CheckRule = {
  id: 'lockfile-optional',
  class: 'defect',
  level: 'warning',
  promise: 'npm ci is given its lock file by name.',
  why: 'Without package-lock.json npm ci ends with EUSAGE, a step after the COPY that could have said why.',
  fix: 'COPY package.json package-lock.json ./',
  source: 'https://docs.npmjs.com/cli/commands/npm-ci',
  problems: ({ stages: { stages }, context }) =>
    stages.flatMap(({ steps }) => {
      const ci = steps.find(({ commands }) =>
        commands.some(
          ({ words, isCertain }) => isCertain && words[0] === 'npm' && (words.includes('ci') || words.includes('clean-install')),
        ),
      );
      if (ci === undefined) return [];
      const copies = steps.filter(
        ({ instruction, copy }) => copy?.from === undefined && copy !== undefined && instruction.line < ci.instruction.line,
      );
      const sources = copies.flatMap(({ copy }) => copy?.sources ?? []);
      if (sources.some((source) => /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(source) || /^\.\/?$/.test(source))) return [];
      return copies.flatMap((step) =>
        (step.copy?.sources ?? [])
          .filter((source) => LOCK.test(source) || (BOTH.test(source) && hasNone(source, context)))
          .slice(0, 1)
          .map((source) => ({ spot: spotIn(step, source), found: `${source} also fits when there is no lock file, and npm ci needs one` })),
      );
    }),
};
