import { synthesizeEach } from '../../constructs/synthesize-each';
import { systemWith } from '../support/findings-with';
import { laptop } from '../support/target-with';

const progressOf = (...names: readonly string[]) => {
  const heard: (readonly [number, number])[] = [];
  const systems = names.map((name) => systemWith({ name }));
  const { findings } = synthesizeEach(systems, [laptop], {}, (made, of) => heard.push([made, of]))(() => {});
  return { heard, findings: findings.length };
};

describe('Who waits hears how far a run is', () => {
  it('of each system once its file is made', () => {
    const { heard, findings } = progressOf('shop', 'warehouse');

    expect(findings).toBe(0);
    expect(heard.slice(0, 2)).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
  it('at the end that all are done, although one has a finding and no file', () => {
    const { heard, findings } = progressOf('Shop with a name that is none', 'warehouse');

    expect(findings).toBeGreaterThan(0);
    expect(heard).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});
