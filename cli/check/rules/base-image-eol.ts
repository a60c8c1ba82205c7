import { imageName } from '../dockerfile/image-name';
import { ENDS } from '../knowledge/end-of-life';
import { type CheckRule, spotIn } from '../rule';

export const baseImageEol: CheckRule = {
  id: 'base-image-eol',
  class: 'defect',
  level: 'warning',
  promise: 'The base image still gets security fixes.',
  why: 'What is found in it from now on stays in it.',
  fix: 'move to a version that is maintained',
  source: 'https://endoflife.date',
  problems: ({ stages: { stages }, today }) =>
    stages.flatMap((stage) => {
      // Once an image, at the first stage that starts from it.
      if (stage.parent !== undefined || stage.image === undefined || stages.find(({ image }) => image === stage.image) !== stage) return [];
      const { repository, tag = '' } = imageName(stage.image);
      // 3.1 is another version than 3.10.
      const known = Object.entries(ENDS[repository] ?? {}).find(
        ([version]) => tag.startsWith(version) && !/^\d/.test(tag.slice(version.length)),
      );
      return known === undefined || known[1] >= today
        ? []
        : [{ spot: spotIn(stage.from, stage.base), found: `${stage.image} has had no security fixes since ${known[1]}` }];
    }),
};
