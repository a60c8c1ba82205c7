import { type CheckRule, spotIn } from '../rule';

export const crossLinkerMissing: CheckRule = {
  id: 'cross-linker-missing',
  class: 'defect',
  level: 'problem',
  promise: 'Each target of a cross build has a linker.',
  why: 'On a builder of another platform cc is that platform’s: linking ends with "file in wrong format".',
  fix: 'name the linker of each target',
  source: 'https://doc.rust-lang.org/cargo/reference/config.html#targettriplelinker',
  problems: ({ stages: { stages } }) =>
    stages.flatMap(({ steps, chain }) => {
      const text = chain.map(({ instruction }) => instruction.text).join('\n');
      if (!/CARGO_TARGET_\w+_LINKER/.test(text)) return [];
      return steps.flatMap((step) =>
        step.instruction.keyword !== 'RUN'
          ? []
          : [...new Set(step.instruction.text.match(/>\s*\S+|\b(?:x86_64|aarch64|armv7)-unknown-linux-gnu(?:eabihf)?\b/g) ?? [])]
              .filter(
                (target) =>
                  /-unknown-/.test(target) &&
                  /linux\/(?:amd64|arm)/.test(step.instruction.text) &&
                  !text.includes(`CARGO_TARGET_${target.toUpperCase().replaceAll('-', '_')}_LINKER`),
              )
              .map((target) => ({
                spot: spotIn(step, target),
                found: `${target} has no linker of its own, others have`,
                fix: `ENV CARGO_TARGET_${target.toUpperCase().replaceAll('-', '_')}_LINKER=…`,
              })),
      );
    }),
};
