import { tcp, udp } from '../../../contracts';
import { electionMarksAreLabels } from '../../../contracts/rules/election-marks-are-labels';
import { electionsNameOpenPorts } from '../../../contracts/rules/elections-name-open-ports';
import { problemsOf } from '../../support/contract-with';

const election = {
  why: 'Members elect a leader.',
  serves: 'sql',
  talks: ['sql', 'rest'],
  marks: { application: 'patroni', 'example.com/group': 'shop' },
  group: 'shop',
  follower: { role: 'replica' },
  records: 'endpoints',
};
const ports = { sql: tcp(5432, 'SQL'), rest: tcp(8008, 'REST'), dns: udp(5353, 'DNS') };
const electing = (changes: object) => ({ ports, needs: { election: { ...election, ...changes } } });
const AT = 'shop.api.needs.election';

describe('The leader serves on a port that the container opens, and members talk on such ports', () => {
  it('open TCP ports keep the rule', () => {
    expect(problemsOf(electionsNameOpenPorts, electing({}))).toEqual([]);
  });
  it.each([
    [{ serves: 'sq' }, 'serves', 'no port sq is open', 'did you mean sql? Otherwise name a port of `ports`'],
    [{ talks: ['sql', 'x'] }, 'talks[1]', 'no port x is open', 'name a port of `ports`; there is dns, rest, sql'],
    [{ serves: 'dns' }, 'serves', 'dns speaks UDP', 'name a TCP port'],
  ])('%j breaks it', (changes, place, found, fix) => {
    expect(problemsOf(electionsNameOpenPorts, electing(changes))).toEqual([{ at: `${AT}.${place}`, found, fix }]);
  });
});

describe('What members and followers are marked with are labels; one mark is the group’s name', () => {
  const FORM = 'write letters and digits, with ., _ or - between them, at most 63';

  it('labels keep the rule', () => {
    expect(problemsOf(electionMarksAreLabels, electing({}))).toEqual([]);
  });
  it.each([
    [{ marks: { 'a b': 'shop' } }, 'marks.a b', '"a b" cannot be a label', FORM],
    [{ marks: { 'a/b/c': 'shop' } }, 'marks.a/b/c', '"a/b/c" cannot be a label', FORM],
    [{ follower: { role: '-x' } }, 'follower.role', '"-x" cannot be a label’s value', FORM],
    [{ group: 'other' }, 'group', 'no mark is "other"', 'write the mark that names the group'],
    [{ follower: {} }, 'follower', 'followers cannot be told from the leader', 'write what the group marks them with'],
    [{ follower: { application: 'x' } }, 'follower.application', 'application is a mark of every member', 'leave it out, or of `marks`'],
  ])('%j breaks it', (changes, place, found, fix) => {
    expect(problemsOf(electionMarksAreLabels, electing(changes))).toEqual([{ at: `${AT}.${place}`, found, fix }]);
  });
  it('64 characters are one too many for a value', () => {
    const [problem] = problemsOf(electionMarksAreLabels, electing({ follower: { role: 'r'.repeat(64) } }));

    expect(problem?.at).toBe(`${AT}.follower.role`);
  });
});
