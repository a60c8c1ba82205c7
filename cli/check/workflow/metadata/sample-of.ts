import type { Parts } from '../read/parts';

const COMMIT = 'abc1234def5678abc1234def5678abc1234def56';

/** A tag as it may come out; undefined: too little of it is known. */
export const sampleOf = (tag: Parts): string | undefined => {
  const texts = tag.map((part) => {
    if (typeof part === 'string') return part;
    return part.is === 'hex' ? COMMIT.slice(0, part.most ?? part.least) : part.is === 'digits' ? '1' : undefined;
  });
  return texts.includes(undefined) ? undefined : texts.join('');
};
