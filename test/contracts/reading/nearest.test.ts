import { nearest } from '../../../contracts/reading/nearest';

describe('The word that was most likely meant', () => {
  const known = ['health', 'image', 'volumes', 'ports', 'http'];

  it.each([
    ['healt', 'health'],
    ['haelth', 'health'],
    ['Volumes', 'volumes'],
    ['port', 'ports'],
    ['htp', 'http'],
  ])('%s is %s', (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });
  it.each(['replicas', 'x', '', 'h'.repeat(100_000)])('case %#: is none where no word is near', (word) => {
    expect(nearest(word, known)).toBeUndefined();
  });
});
