import { textOf } from '../../json';
import type { Found, Rule } from '../rule';
import { containerPairs, sidesOf } from '../sides';
import { compareVersions, type ImageName, imageName, isMoving, versionOf } from './image-name';

export const imageChanges: Rule = {
  id: 'image-changes',
  class: 'image',
  says: 'An image goes to another version: up, down, over a major version, to a tag that moves, or to another registry.',
  find: ({ pairs }) =>
    pairs.flatMap((pair): readonly Found[] => {
      const { before, after } = sidesOf(pair);
      return containerPairs(before, after).flatMap(({ old, now }): readonly Found[] => {
        const [a, b] = [textOf(old.json.image), textOf(now.json.image)];
        if (a === b) return [];
        const { what, cure } = imageChange(imageName(a), imageName(b));
        return [{ object: pair.object, path: `${now.path}.image`, sentence: what, cure }];
      });
    }),
};

const tagOf = ({ tag, digest }: ImageName): string => tag ?? (digest === undefined ? 'no tag' : digest.slice(0, 19));
const imageChange = (a: ImageName, b: ImageName): { readonly what: string; readonly cure: string } => {
  const moving = isMoving(b) ? `; ${tagOf(b)} may mean another image tomorrow` : '';
  const cure = moving === '' ? 'read what the version changes' : 'name a version or a digest';
  const registry = a.registry === b.registry ? '' : `; from registry ${b.registry} instead of ${a.registry}`;
  if (a.repository !== b.repository)
    return { what: `image ${a.repository} ${tagOf(a)} becomes ${b.repository} ${tagOf(b)}${registry}${moving}`, cure };
  const name = b.repository.split('/').at(-1) ?? b.repository;
  if (a.tag === b.tag && a.digest === b.digest)
    return { what: `image ${name}${registry}`.replace('; ', ' comes '), cure: 'see that the new registry has this very image' };
  if (a.tag === b.tag)
    return {
      what: `image ${name} ${tagOf(b)} ${b.digest === undefined ? 'loses its digest' : 'gets another digest'}${registry}${moving}`,
      cure,
    };
  return { what: `image ${name} ${tagOf(a)} → ${tagOf(b)} (${direction(a, b)})${registry}${moving}`, cure };
};
const direction = (a: ImageName, b: ImageName): string => {
  const [from, to] = [versionOf(a.tag), versionOf(b.tag)];
  if (from === undefined || to === undefined) return isMoving(b) ? 'to a moving tag' : 'another tag';
  const order = compareVersions(to, from);
  if (order === 0) return 'another variant';
  const step = from[0] !== to[0] ? 'major' : from[1] !== to[1] ? 'minor' : 'patch';
  return `${step} version ${order > 0 ? 'up' : 'down'}`;
};
