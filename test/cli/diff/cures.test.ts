import { cureCommand } from '../../../cli/diff/report/cure-command';
import * as made from '../../cluster/diff/manifests';
import { changed, type Manifest, reportOf } from './trees';

const grown = (object: Manifest): Manifest =>
  changed(object, (o) => {
    o.spec.volumeClaimTemplates[0].spec.resources.requests.storage = '99Gi';
  });
const databases = (count: number): readonly Manifest[] =>
  Array.from({ length: count }, (_, index) => changed(made.statefulSet(), (o) => Object.assign(o.metadata, { name: `db-${index}` })));
const cureOf = (count: number): string | undefined => {
  const before = databases(count);
  return reportOf(before, before.map(grown)).rows.find((row) => row.class === 'refused')?.cure;
};

describe('What to do about several objects at once', () => {
  it('is a command for each of a few', () => {
    expect(cureOf(2)).toMatch(/: kubectl [^;]*statefulset db-0 --cascade=orphan; kubectl [^;]*statefulset db-1 --cascade=orphan$/);
  });

  it('is the command for the first of many, and it is said that the others need theirs', () => {
    expect(cureOf(9)).toMatch(/: the same for each of the 9, here for the first: kubectl [^;]*statefulset db-0 --cascade=orphan$/);
  });

  it.each([
    ['keep two replicas', ['keep two replicas', undefined]],
    ['nothing to do; watch kubectl rollout status', ['nothing to do; watch kubectl rollout status', undefined]],
    ['kubectl -n a delete job b', ['', 'kubectl -n a delete job b']],
    ['first this, then: kubectl -n a delete job b', ['first this, then: ', 'kubectl -n a delete job b']],
  ])('%j is words and a command', (cure, parts) => {
    expect(cureCommand(cure)).toEqual(parts);
  });
});
