import { minikube } from '../../../targets/minikube';
import { bringUp, waitUntilReady } from '../support/bring-up';
import { distFile } from '../support/dist';
import { kubectl } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf } from '../support/pods';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { inPod } from '../support/test-pod';

const HABITS = 'habit-tracker';
const pod = (component: string) => podOf(HABITS, `app.kubernetes.io/component=${component}`);
/** Minikube, with the URL that the document gives as its example. */
const URL_OF_EXAMPLE = 'http://habit-tracker-backend:8000';
const changed = {
  ...minikube,
  systems: minikube.systems.map(({ system, settings }) =>
    system === HABITS
      ? { system, settings: { ...settings, given: { frontend: { NEXT_PUBLIC_API_URL: URL_OF_EXAMPLE } } } }
      : { system, settings },
  ),
};

beforeAll(() => {
  requireCluster('real');
  bringUp(HABITS);
});
afterAll(() => removeNamespaces([HABITS]));

describe('A changed value in the ConfigMap of habit-tracker-frontend', () => {
  it('replaces the pod that reads it and leaves the other alone', () => {
    const before = { frontend: pod('frontend').uid, backend: pod('backend').uid };
    const folder = synthesizeTo({ target: changed });

    kubectl('apply', '-f', distFile(HABITS, folder));
    waitUntilReady(HABITS, folder);

    expect(inPod(HABITS, pod('frontend').name, 'printenv', 'NEXT_PUBLIC_API_URL').trim()).toBe(URL_OF_EXAMPLE);
    expect(pod('frontend').uid).not.toBe(before.frontend);
    expect(pod('backend').uid).toBe(before.backend);
  });
});
