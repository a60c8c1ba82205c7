import { bringUp } from '../support/bring-up';
import { commandsUnder, deskWith } from '../support/documented';
import { attempt, kubectl, kubectlJson } from '../support/kubectl';
import { removeNamespaces } from '../support/namespaces';
import { podOf, podsOf } from '../support/pods';
import { requireCluster } from '../support/require-cluster';
import { inPod } from '../support/test-pod';
import { until } from '../support/until';

const TODO = 'todo-chatbot';
const PAGE = 'docs/secrets.md';
const [make = '', tellPostgres = '', send = ''] = commandsUnder(PAGE, 'The password of the database');
const [newKey = ''] = commandsUnder(PAGE, 'A key that signs tokens');

const database = () => podOf(TODO, 'app.kubernetes.io/component=postgres');
const uidsOf = (component: string) => podsOf(TODO, `app.kubernetes.io/component=${component}`).map(({ uid }) => uid);
const sql = (statement: string) => inPod(TODO, 'todo-postgres-0', 'psql', '-U', 'todo_user', '-d', 'todo_db', '-Atc', statement).trim();
const secretValue = (secret: string, key: string): string =>
  Buffer.from(kubectlJson('-n', TODO, 'get', 'secret', secret).data[key], 'base64').toString();
const values = () => ({
  password: secretValue('todo-postgres-secrets', 'POSTGRES_PASSWORD'),
  jwt: secretValue('todo-backend-secrets', 'JWT_SECRET'),
  betterAuth: secretValue('todo-frontend-secrets', 'BETTER_AUTH_SECRET'),
});
/** Whether a caller from outside the pod would be let in: at the pod's own address passwords are asked for, at localhost they are not. */
const opensWith = (password: string): boolean =>
  attempt(
    [
      '-n',
      TODO,
      'exec',
      '-i',
      'todo-postgres-0',
      '--',
      'sh',
      '-c',
      `read -r PGPASSWORD && export PGPASSWORD && psql -h ${database().ip} -U todo_user -d todo_db -Atc "select 1"`,
    ],
    `${password}\n`,
  ).code === 0;

describe('docs/secrets.md, each command as it is written', () => {
  let desk: ReturnType<typeof deskWith>;
  beforeAll(() => {
    requireCluster('real');
    bringUp(TODO);
    desk = deskWith();
    sql("insert into todos (title) values ('kept')");
  });
  afterAll(() => {
    removeNamespaces([TODO]);
    desk?.clear();
  });

  it('the database has a new password, its callers use it, and it was not restarted', async () => {
    const before = values();
    const { uid, restarts } = database();
    expect([opensWith(before.password), opensWith('wrong')]).toEqual([true, false]);

    desk.run(make);
    desk.run(tellPostgres);
    desk.run(send);

    const after = values();
    expect(after).toEqual({ ...before, password: expect.not.stringMatching(`^${before.password}$`) });
    expect(secretValue('todo-backend-secrets', 'DATABASE_URL')).toContain(`:${after.password}@`);
    expect([opensWith(before.password), opensWith(after.password)]).toEqual([false, true]);
    await until(
      'every pod is Ready with the new password',
      60,
      () => podsOf(TODO).every(({ ready }) => ready) && podsOf(TODO).length === 3,
    );
    expect(database()).toMatchObject({ uid, restarts });
    expect(sql('select title from todos')).toBe('kept');
    expect(kubectl('-n', TODO, 'logs', 'todo-postgres-0')).not.toContain(after.password);
  });

  it('the key that signs tokens is new, its one reader restarted, and all else is as it was', () => {
    const before = values();
    const [backend, frontend] = [uidsOf('backend'), uidsOf('frontend')];

    desk.run(newKey);

    expect(values()).toEqual({ ...before, jwt: expect.not.stringMatching(`^${before.jwt}$`) });
    expect(uidsOf('frontend')).toEqual(frontend);
    expect(uidsOf('backend').filter((uid) => backend.includes(uid))).toEqual([]);
  });
});
