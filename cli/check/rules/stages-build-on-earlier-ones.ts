import { type CheckRule, spotIn } from '../rule';

export const stagesBuildOnEarlierOnes: CheckRule = {
  id: 'stages-build-on-earlier-ones',
  class: 'defect',
  level: 'problem',
  promise: 'A stage builds on earlier stages only.',
  why: 'Docker takes a name that comes later for an image and tries to pull it.',
  fix: 'put the stage that the others build on first',
  source: 'https://docs.docker.com/reference/dockerfile/#from',
  problems: ({ stages: { stages } }) => {
    const byName = new Map(stages.flatMap((stage) => (stage.name === undefined ? [] : [[stage.name, stage] as const])));
    return stages.flatMap((stage) => {
      const seen = new Set<string>();
      let next = stage.image?.toLowerCase();
      // A stage may be called like its image; a circle of two or more is meant otherwise.
      while (next !== undefined && next !== stage.name && !seen.has(next)) {
        seen.add(next);
        next = byName.get(next)?.image?.toLowerCase();
      }
      return stage.parent === undefined && next !== undefined && next === stage.name && seen.size > 0
        ? [{ spot: spotIn(stage.from, stage.base), found: `${stage.base} is a stage that comes later and itself builds on ${stage.name}` }]
        : [];
    });
  },
};
