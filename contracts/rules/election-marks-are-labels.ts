import { flatMap } from '../reading/flat-map';
import { isLabelKey, isLabelValue } from '../reading/names';
import { quote } from '../reading/quote';
import type { ContractSubject, Problem, Rule } from '../rule';

export const electionMarksAreLabels: Rule<ContractSubject> = {
  id: 'election-marks-are-labels',
  promise: 'What members and followers are marked with are labels; one mark is the group’s name, and followers change none of them.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set',
  problems: ({ at, contract: { needs } }) => {
    if (needs?.election === undefined) return [];
    const { marks, follower, group } = needs.election;
    const place = `${at}.needs.election`;
    return [
      ...labelProblems(`${place}.marks`, marks),
      ...labelProblems(`${place}.follower`, follower),
      ...(Object.values(marks).includes(group) && group !== ''
        ? []
        : [{ at: `${place}.group`, found: `no mark is ${quote(group)}`, fix: 'write the mark that names the group' }]),
      ...(Object.keys(follower).length > 0
        ? []
        : [{ at: `${place}.follower`, found: 'followers cannot be told from the leader', fix: 'write what the group marks them with' }]),
      ...Object.keys(follower)
        .filter((key) => Object.hasOwn(marks, key))
        .map((key) => ({ at: `${place}.follower.${key}`, found: `${key} is a mark of every member`, fix: 'leave it out, or of `marks`' })),
    ];
  },
};
const labelProblems = (at: string, labels: Readonly<Record<string, string>>): readonly Problem[] =>
  flatMap(Object.entries(labels), ([key, value]) => {
    const here = { at: `${at}.${key}`, fix: 'write letters and digits, with ., _ or - between them, at most 63' };
    return [
      ...(isLabelKey(key) ? [] : [{ ...here, found: `${quote(key)} cannot be a label` }]),
      ...(isLabelValue(value) ? [] : [{ ...here, found: `${quote(value)} cannot be a label’s value` }]),
    ];
  });
