import { RULES } from '../../../cli/diff/consequences';
import { kubectl } from '../support/kubectl';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { CHANGES } from './changes';
import { clearCluster } from './clear-cluster';
import { type Judgement, judge } from './judge';
import { ofDist } from './of-dist';
import { scoreOf } from './score';
import { serverVersion } from './server-version';

/** A name of its own each time: a namespace takes minutes to go. */
const NAMESPACE = `waybill-diff-${Date.now().toString(36)}`;
/** Refused before the server looks at the object, or without a server to ask here. */
const NOT_ASKED = ['api-is-served'];

let judged: readonly Judgement[];
let version: string;
beforeAll(() => {
  requireCluster('simulated');
  version = serverVersion();
  clearCluster();
  kubectl('create', 'namespace', NAMESPACE);
  judged = judge([...CHANGES, ...ofDist()], NAMESPACE, version);
});
afterAll(clearCluster);

describe('What waybill diff says, and what the API server does', () => {
  it('refused is predicted exactly when the server refuses', () => {
    const score = scoreOf(
      `Kubernetes ${version}, refused`,
      judged.map(({ refused }) => refused),
    );
    print(score.text);

    expect(score.wrong).toEqual([]);
    expect([score.precision, score.recall]).toEqual([1, 1]);
  });

  it('restarts are predicted exactly when the pod template that the server keeps differs', () => {
    const score = scoreOf(
      `Kubernetes ${version}, restarts`,
      judged.flatMap(({ restarts }) => restarts ?? []),
    );
    print(score.text);

    expect(score.wrong).toEqual([]);
    expect([score.precision, score.recall]).toEqual([1, 1]);
  });

  it('it is the rule in question that refuses', () => {
    const asked = judged.filter(({ change }) => change.refusedBy !== undefined && (change.at ?? [version]).includes(version));

    expect(asked.length).toBeGreaterThan(60);
    expect(
      asked
        .filter(({ change, rules }) => !rules.includes(change.refusedBy ?? ''))
        .map(({ change, rules }) => `${change.title}: ${rules.join()}`),
    ).toEqual([]);
  });

  it('each rule has a case that is refused and two near misses that are accepted', () => {
    const refusing = RULES.filter((rule) => rule.class === 'refused' && !NOT_ASKED.includes(rule.id)).map(({ id }) => id);
    const count = (id: string) => ({
      refused: judged.filter(({ change, refused }) => change.refusedBy === id && refused.happened).length,
      accepted: judged.filter(({ change, refused }) => change.nearMissOf === id && !refused.happened).length,
    });

    expect(refusing.filter((id) => count(id).refused < 1 || count(id).accepted < 2)).toEqual([]);
  });

  it('a near miss is accepted', () => {
    expect(
      judged.filter(({ change, refused }) => change.nearMissOf !== undefined && refused.happened).map(({ refused }) => refused.title),
    ).toEqual([]);
  });
});
