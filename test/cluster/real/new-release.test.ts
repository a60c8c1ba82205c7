import { bringUp, waitUntilReady } from '../support/bring-up';
import { distFile } from '../support/dist';
import { kubectl, kubectlJson } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { requireCluster } from '../support/require-cluster';
import { synthesizeTo } from '../support/synthesize-to';
import { inPod } from '../support/test-pod';

const TODO = 'todo-chatbot';
interface Job {
  readonly metadata: { readonly name: string; readonly uid: string; readonly resourceVersion: string };
  readonly status: { readonly succeeded?: number; readonly failed?: number };
}
const jobs = (): Job[] => kubectlJson('-n', TODO, 'get', 'jobs').items;
const upgrades = () =>
  inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', 'select version from upgrades order by at')
    .trim()
    .split('\n');

beforeAll(() => {
  requireCluster('real');
  bringUp(TODO);
});
afterAll(() => removeNamespaces([TODO]));

describe('A new tag of todo-backend in versions.json, synthesized and applied', () => {
  let before: Job[];

  it('runs the migration of the new tag once', () => {
    before = jobs();
    expect(upgrades()).toEqual(['v1.0.0']);
    const folder = synthesizeTo({ tags: { 'todo-backend': 'v1.1.0' } });

    kubectl('apply', '-f', distFile(TODO, folder));
    waitUntilReady(TODO, folder);
    kubectl('apply', '-f', distFile(TODO, folder));

    expect(upgrades()).toEqual(['v1.0.0', 'v1.1.0']);
    expect(jobs().map(({ status }) => status.succeeded)).toEqual([1, 1]);
  });

  it('does not touch the migration of the old tag', () => {
    expect(before).toHaveLength(1);
    expect(jobs().filter(({ metadata }) => metadata.uid === before[0]?.metadata.uid)).toEqual(before);
  });

  it('goes back with the old dist, and no migration runs again', () => {
    kubectl('apply', '-f', distFile(TODO));
    waitUntilReady(TODO);

    expect(upgrades()).toEqual(['v1.0.0', 'v1.1.0']);
    expect(kubectl('-n', TODO, 'get', 'deployment/todo-backend', '-o', 'jsonpath={..image}')).toBe('todo-backend:v1.0.0');
  });
});
