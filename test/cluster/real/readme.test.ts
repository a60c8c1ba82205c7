import { commandsUnder, deskWith } from '../support/documented';
import { claimNamespaces, removeNamespaces } from '../support/namespaces';
import { podsOf } from '../support/pods';
import { print, secondsSince } from '../support/print';
import { requireCluster } from '../support/require-cluster';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
/** The first block builds the images; here they are stand-ins that were loaded before. The fourth is another system's. */
const [, apply = '', portForward = '', , cleanUp = ''] = commandsUnder('README.md', 'Minikube, from nothing to running');

describe('README, Minikube from nothing to running, each command as it is written', () => {
  let desk: ReturnType<typeof deskWith>;
  beforeAll(() => {
    requireCluster('real');
    claimNamespaces([TODO]);
    desk = deskWith();
  });
  afterAll(() => {
    removeNamespaces([TODO]);
    desk?.clear();
  });

  it('applies, makes the secrets, and waits until every pod is Ready', () => {
    const start = Date.now();

    desk.run(apply);

    print(`README: todo-chatbot Ready after ${secondsSince(start)}`);
    expect(podsOf(TODO).map(({ ready, restarts }) => ({ ready, restarts }))).toEqual(Array(3).fill({ ready: true, restarts: 0 }));
  });

  it('opens on the contract’s own ports', async () => {
    const stop = desk.start(portForward);
    const answers = async (url: string) => (await fetch(url).catch(() => undefined))?.status === 200;

    try {
      await expect(waitFor(() => answers('http://localhost:3000/api/health/ready'))).resolves.toBe(true);
      await expect(waitFor(() => answers('http://localhost:8000/readyz'))).resolves.toBe(true);
    } finally {
      stop();
    }
  });

  it('cleans up', async () => {
    desk.run(cleanUp);

    await until('the namespace is gone', 240, () => !desk.run('kubectl get namespaces -o name').includes(`namespace/${TODO}`));
  });
});

const waitFor = async (ask: () => Promise<boolean>): Promise<boolean> => {
  for (let time = 0; time < 60; time++) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return false;
};
