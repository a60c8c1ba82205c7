import { checkAll } from '../../contracts/check-all';
import { systems } from '../../systems';
import { targets, versions } from '../../targets';

describe('The five systems at both targets', () => {
  const { findings, placed } = checkAll(systems, targets, versions);

  it('keep every rule', () => {
    expect(findings).toEqual([]);
  });
  it('are placed, each at each target', () => {
    expect(placed.map(({ target, name }) => `${target.name} ${name}`)).toEqual(
      targets.flatMap((target) => systems.map(({ name }) => `${target.name} ${name}`)),
    );
  });
});
