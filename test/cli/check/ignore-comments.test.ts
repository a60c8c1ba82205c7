import { findingsOfFixture } from './support/fixture';

const told = (text: string) => findingsOfFixture(text).map(({ line, rule, found }) => `${line} ${rule}: ${found}`);

describe('# waybill-ignore RULE: reason', () => {
  it('silences the rule for the instruction it stands before', () => {
    expect(told('# waybill-ignore base-image-floating: rebuilt every night\nFROM alpine\nUSER 1')).toEqual([]);
  });
  it('silences that rule alone', () => {
    expect(told('# waybill-ignore base-image-floating: rebuilt every night\nFROM alpine\nCMD ["sh"]')).toEqual([
      '2 final-stage-root: the container runs as root',
    ]);
  });
  it('reaches the instruction it stands in', () => {
    expect(
      told(
        'FROM debian:bookworm\nUSER 1\nRUN apt-get update && \\\n  # waybill-ignore apt-no-recommends: fonts are wanted\n  apt-get install -y x && rm -rf /var/lib/apt/lists/*',
      ),
    ).toEqual([]);
  });
  it('without a reason is a finding, and silences nothing', () => {
    expect(told('# waybill-ignore base-image-floating\nFROM alpine\nUSER 1')).toEqual([
      '1 ignores-have-a-reason: gives no reason for base-image-floating',
      '2 base-image-floating: alpine has no tag, which means latest',
    ]);
  });
  it('that is not needed is a finding', () => {
    expect(told('# waybill-ignore base-image-floating: rebuilt every night\nFROM alpine:3.22\nUSER 1')).toEqual([
      '1 ignores-are-used: there is nothing of base-image-floating to ignore here',
    ]);
  });
  it('of a rule that there is not is a finding', () => {
    expect(told('# waybill-ignore base-image-flaoting: rebuilt\nFROM alpine:3.22\nUSER 1')).toEqual([
      '1 ignores-have-a-reason: there is no rule base-image-flaoting',
    ]);
  });
  it('works in a .dockerignore', () => {
    expect(
      told(
        '#: dockerignore # waybill-ignore dockerignore-excludes-needed: made by the build\n#: dockerignore app\nFROM alpine:3.22\nCOPY app /app\nUSER 1',
      ),
    ).toEqual([]);
  });
});
