import type { Stage } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

/** `FROM build_${TARGETARCH}` is one of several stages, by what the build is given. */
const mayStartFrom = ({ image, base }: Stage, name: string): boolean =>
  image === undefined &&
  new RegExp(
    `^${base
      .split(/\$\{[^}]*\}|\$\w+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  ).test(name);

export const stageResultsLost: CheckRule = {
  id: 'stage-results-lost',
  class: 'defect',
  level: 'problem',
  promise: 'A stage that the contract names is used by another.',
  why: 'What it installs never reaches the image; the file builds and the program is missing at the start.',
  fix: 'FROM this stage, or copy from it',
  source: 'https://docs.docker.com/build/building/multi-stage/',
  problems: ({ stages: { stages }, promised, final }) => {
    const image = promised?.contract.image;
    const names = image?.kind === 'built' ? image.build.stages.map(({ name }) => name.toLowerCase()) : [];
    return stages
      .filter(
        (stage) =>
          stage !== final &&
          names.includes(stage.name ?? '') &&
          !stages.some((other) => mayStartFrom(other, stage.name ?? '')) &&
          !stages.some(
            (other) =>
              other.parent === stage ||
              other.steps.some(
                ({ copy, instruction }) =>
                  copy?.from === stage ||
                  instruction.flags.some(({ name, value }) => name === 'mount' && value?.includes(`from=${stage.name}`)),
              ),
          ),
      )
      .map((stage) => ({ spot: spotIn(stage.from), found: `no other stage uses ${stage.name}, so BuildKit does not even build it` }));
  },
};
