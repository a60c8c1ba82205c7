import { imageName } from '../dockerfile/image-name';
import { type CheckRule, spotIn } from '../rule';

export const baseImageFloating: CheckRule = {
  id: 'base-image-floating',
  class: 'defect',
  level: 'warning',
  promise: 'The base image has a tag that says a version.',
  why: 'The same Dockerfile makes another image tomorrow, and a build that worked fails.',
  fix: 'name a version',
  source: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  problems: ({ stages: { stages } }) =>
    stages.flatMap((stage) => {
      const { image, parent } = stage;
      if (image === undefined || parent !== undefined || image === 'scratch' || image === '') return [];
      const { tag, digest } = imageName(image);
      return digest !== undefined || (tag !== undefined && !/^latest/.test(tag))
        ? []
        : [{ spot: spotIn(stage.from, stage.base), found: tag === undefined ? `${image} has no tag, which means latest` : `${tag} moves` }];
    }),
};
