import { kubectl } from '../support/kubectl';
import { print } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { makeThoseOf } from './ask-server';
import { clearCluster } from './clear-cluster';
import { type Judgement, judge } from './judge';
import { randomChanges } from './random/random-changes';
import { scoreOf } from './score';
import { serverVersion } from './server-version';

/** Another seed asks about pairs that nobody has seen: `DIFF_SEED=7 DIFF_PAIRS=400 npm run test:cluster -- diff/random`. */
const SEED = Number(process.env.DIFF_SEED ?? 6);
const PAIRS = Number(process.env.DIFF_PAIRS ?? 150);
const NAMESPACE = `waybill-diff-${Date.now().toString(36)}`;

let judged: readonly Judgement[];
let version: string;
beforeAll(() => {
  requireCluster('simulated');
  version = serverVersion();
  clearCluster();
  kubectl('create', 'namespace', NAMESPACE);
  print(`seed ${SEED}, ${PAIRS} pairs`);
  judged = judge(randomChanges(SEED, PAIRS), NAMESPACE, version, makeThoseOf);
});
afterAll(clearCluster);

describe('Manifests of all kinds that chance has changed', () => {
  it('nearly all of them can be made as they were', () => {
    expect(judged.length).toBeGreaterThan(PAIRS * 0.9);
  });

  it('refused is predicted exactly when the server refuses', () => {
    const score = scoreOf(
      `Kubernetes ${version}, chance, refused`,
      judged.map(({ refused }) => refused),
    );
    print(score.text);

    expect(score.wrong).toEqual([]);
  });

  it('restarts are predicted exactly when the pod template that the server keeps differs', () => {
    const score = scoreOf(
      `Kubernetes ${version}, chance, restarts`,
      judged.flatMap(({ restarts }) => restarts ?? []),
    );
    print(score.text);

    expect(score.wrong).toEqual([]);
  });
});
