import type { CheckFinding } from '../../../cli/check/check-finding';
import { toGithub } from '../../../cli/check/forms/to-github';
import { toJson } from '../../../cli/check/forms/to-json';
import { toText } from '../../../cli/check/forms/to-text';

const finding: CheckFinding = {
  file: 'backend/Dockerfile',
  line: 3,
  column: 5,
  rule: 'ports-are-the-contracts',
  class: 'contradicts',
  level: 'problem',
  clauses: ['shop.backend.port'],
  found: 'EXPOSE 80 is no port of the contract',
  why: 'Nobody answers there.',
  fix: 'expose 8000',
};
const evil = { ...finding, file: 'a,b:c\n::error::x', found: 'x\n::set-output name=a::b\r\u001b[31m%0A' };

describe('What waybill check says', () => {
  it('as text: where, what, why, how to fix it, which clause', () => {
    expect(toText([finding], 1)).toBe(
      [
        'backend/Dockerfile:3:5: EXPOSE 80 is no port of the contract [ports-are-the-contracts, contradicts]',
        '  why: Nobody answers there.',
        '  fix: expose 8000',
        '  clause: shop.backend.port',
        '1 checked: 1 problem, 0 warnings',
        '',
      ].join('\n'),
    );
  });
  it('as JSON: everything', () => {
    expect(JSON.parse(toJson([finding], 1))).toEqual({ version: 1, checked: 1, findings: [finding] });
  });
  it('for GitHub: a command a finding', () => {
    expect(toGithub([{ ...finding, level: 'warning' }])).toBe(
      '::warning file=backend/Dockerfile,line=3,col=5,title=ports-are-the-contracts::EXPOSE 80 is no port of the contract%0Awhy: Nobody answers there.%0Afix: expose 8000%0Aclause: shop.backend.port\n',
    );
  });
  it('nothing of a file begins a command or reaches the terminal as a control sequence', () => {
    const line = toGithub([evil]);

    expect(line.split('\n')).toHaveLength(2);
    expect(line).toContain('file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax,line=3');
    expect(`${line}${toText([evil], 1)}`).not.toContain('\u001b');
    expect(toText([evil], 1).split('\n')).toHaveLength(6);
  });
});
