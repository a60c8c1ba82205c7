import type { Install } from '../dockerfile/installed';
import type { Step } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const dependencyFilesFirst: CheckRule = {
  id: 'dependency-files-first',
  class: 'defect',
  level: 'warning',
  promise: 'Lists of dependencies are copied and installed before the source.',
  why: 'Every change of any file installs all dependencies again.',
  fix: 'copy the lists first, install, then copy the rest',
  source: 'https://docs.docker.com/build/building/best-practices/#leverage-build-cache',
  problems: ({ stages: { stages } }) =>
    stages.flatMap(({ steps }) => {
      const all = steps.findIndex(
        ({ copy }) =>
          copy !== undefined && copy.from === undefined && copy.keyword === 'COPY' && copy.sources.some((source) => /^\.\/?$/.test(source)),
      );
      if (all === -1) return [];
      const isInstall = ({ manager, words }: Install) =>
        (manager === 'npm' && words.includes('ci')) || (manager === 'pip' && words.some((word) => /requirements[\w.-]*\.txt$/.test(word)));
      const early = steps.slice(0, all).some(({ installs }) => installs.some(isInstall));
      const late = steps.slice(all + 1).find(({ installs }) => installs.some(isInstall));
      return early || late === undefined
        ? []
        : [{ spot: spotIn(steps[all] as Step), found: `everything is copied before line ${late.instruction.line} installs dependencies` }];
    }),
};
