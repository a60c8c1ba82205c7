import type { Stage } from '../dockerfile/stage';
import { type CheckRule, spotIn } from '../rule';

export const stageEmulated: CheckRule = {
  id: 'stage-emulated',
  class: 'defect',
  level: 'warning',
  promise: 'Stages that feed a native stage are native too.',
  why: 'For every other platform the stage runs in an emulator, many times slower.',
  fix: 'FROM --platform=$BUILDPLATFORM',
  source: 'https://docs.docker.com/build/building/multi-platform/#cross-compilation',
  problems: ({ stages: { stages } }) => {
    const isNative = ({ platform, parent }: Stage): boolean => platform !== undefined || (parent !== undefined && isNative(parent));
    return stages
      .filter(
        (stage) =>
          !isNative(stage) &&
          stage.steps.some(({ instruction }) => instruction.keyword === 'RUN') &&
          stages.some((other) => /BUILDPLATFORM/.test(other.platform ?? '') && other.steps.some(({ copy }) => copy?.from === stage)),
      )
      .map((stage) => ({
        spot: spotIn(stage.from),
        found: `stage ${stage.name ?? stage.index} runs on the target platform and feeds one that runs on the builder’s`,
      }));
  },
};
