import { CHANGES } from '../../cluster/diff/changes';
import type { ObjectChange } from '../../cluster/diff/object-change';
import { predict } from '../../cluster/diff/predict';

/** What the servers of test/cluster/diff said to these changes, without a server. */
const rulesOf = ({ before, after }: ObjectChange, version: string): readonly string[] =>
  predict(before, after, version)
    .filter((one) => one.class === 'refused')
    .map(({ rule }) => rule);
const VERSIONS = ['1.28', '1.37'];

describe.each(VERSIONS)('Kubernetes %s', (version) => {
  const cases = (is: (change: ObjectChange) => boolean) => CHANGES.filter(is).map((change) => ({ title: change.title, change }));

  it.each(cases(({ refusedBy, at = VERSIONS }) => refusedBy !== undefined && at.includes(version)))('refuses $title', ({ change }) => {
    expect(rulesOf(change, version)).toContain(change.refusedBy);
  });
  it.each(cases(({ refusedBy, at = VERSIONS }) => refusedBy === undefined || !at.includes(version)))('takes $title', ({ change }) => {
    expect(rulesOf(change, version)).toEqual([]);
  });
});
