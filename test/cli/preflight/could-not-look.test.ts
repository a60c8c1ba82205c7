import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CouldNotLook } from '../../../cli/cluster/could-not-look';
import { openServer } from '../../../cli/cluster/open-server';
import { readVersion } from '../../../cli/preflight/read-version';
import { EXPIRED } from './expired-certificate';
import { type Answering, fakeServer, json } from './fake-server';

const ROOT = join(__dirname, '../../..');
const CANARY = 'C4naryToken';
// Each starts Node anew, and other suites share the machine.
jest.setTimeout(120_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-look-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const kubeconfig = (url: string, { current = 'fake', cluster = {} as object, user = { token: CANARY } as object } = {}): string => {
  const path = join(folder, `${Math.random()}.json`);
  const config = {
    clusters: [{ name: 'c', cluster: { server: url, 'insecure-skip-tls-verify': true, ...cluster } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'fake', context: { cluster: 'c', user: 'u' } }],
    'current-context': current,
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
};
const waybill = (config: string, ...args: readonly string[]) =>
  new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'cli/waybill.cjs'), ...args], {
      env: { ...process.env, KUBECONFIG: config, HOME: folder },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
const PREFLIGHT = ['preflight', 'todo-chatbot', '--target', 'minikube'];

describe('A server cannot be looked at', () => {
  const cases: readonly (readonly [string, Answering, RegExp])[] = [
    ['when it hangs', () => undefined, /no answer within 1 s$/],
    [
      'when it does not accept the credentials',
      json(401, { kind: 'Status', message: CANARY }),
      /does not accept the credentials of context fake: they are wrong or have expired$/,
    ],
    [
      'when it answers with garbage',
      (_, response) => void response.end(`<html>\u001b[2J${CANARY}`),
      /answers, but not as a Kubernetes API server does \(HTTP 200\)$/,
    ],
    ['when it is something else that speaks JSON', json(200, { hello: CANARY }), /does not say which Kubernetes it is \(HTTP 200\)$/],
    [
      'when it is far too old',
      json(200, { major: '1', minor: '10', gitVersion: 'v1.10.3' }),
      /runs Kubernetes v1\.10\.3, which is far too old to be looked at$/,
    ],
    ['when it closes the connection', (request) => void request.socket.destroy(), /: it closes the connection$/],
    [
      'when it sends on elsewhere',
      json(302, {}, { Location: 'http://127.0.0.1:1/' }),
      /answers, but not as a Kubernetes API server does \(HTTP 302\)$/,
    ],
    ['when it speaks no HTTP', (request) => void request.socket.end('SSH-2.0-OpenSSH\r\n'), /: it does not speak HTTP$/],
    ['when its answer never ends', (_, response) => void response.write('{"gitVersion":"v1.30.0"'), /no answer within 1 s$/],
  ];

  it.each(cases)('%s', async (_, answer, words) => {
    const fake = await fakeServer(answer);
    const access = { context: 'fake', url: fake.url, options: async () => ({ agent: new http.Agent() }) };
    const server = await openServer(access, { answer: 1_000, all: 60_000 });

    const error = await readVersion(server).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(CouldNotLook);
    expect((error as CouldNotLook).found).toMatch(words);
    expect((error as CouldNotLook).fix).not.toBe('');
    expect(`${(error as CouldNotLook).found} ${(error as CouldNotLook).fix}`).not.toContain(CANARY);
    server.close();
    await fake.close();
  });
});

describe('waybill status ends with 2', () => {
  it('when the server does not accept the credentials', async () => {
    const server = await fakeServer(json(401, { kind: 'Status', message: CANARY }));

    const { code, out, err } = await waybill(kubeconfig(server.url), 'status', 'todo-chatbot', '--target', 'minikube');

    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/they are wrong or have expired\n {2}fix: log in again, or take a new kubeconfig\n$/);
    await server.close();
  });
});

describe('waybill preflight ends with 2 and words, no stack and no token,', () => {
  const ends = async (config: string, ...more: readonly string[]) => {
    const { code, out, err } = await waybill(config, ...PREFLIGHT, ...more);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/\n {4}at /);
    expect(err).not.toContain(CANARY);
    return err;
  };

  it('when the server hangs', async () => {
    const server = await fakeServer(() => undefined);

    expect(await ends(kubeconfig(server.url))).toMatch(/no answer within 6 s\n {2}fix: look whether it is the right address/);
    await server.close();
  });

  it('when the certificate of the server has expired', async () => {
    const server = await fakeServer(json(200, {}), EXPIRED);
    const ca = Buffer.from(EXPIRED.cert).toString('base64');
    const config = kubeconfig(server.url, { cluster: { 'insecure-skip-tls-verify': false, 'certificate-authority-data': ca } });

    expect(await ends(config)).toMatch(/: its certificate has expired\n {2}fix: let whoever runs the cluster renew it/);
    await server.close();
  });

  it('when nothing listens', async () => {
    expect(await ends(kubeconfig('http://127.0.0.1:9'))).toBe(
      'http://127.0.0.1:9: nothing listens there\n  fix: start the cluster, or name another context with --context\n',
    );
  });

  it('when the context is not in the kubeconfig, with those that are', async () => {
    expect(await ends(kubeconfig('http://127.0.0.1:9'), '--context', 'fak\u001b[2J')).toBe(
      'context fak\\u001b[2J: not found\n  fix: --context fake\n',
    );
  });

  it('when the kubeconfig is no YAML, without repeating a line of it', async () => {
    const path = join(folder, 'broken');
    writeFileSync(path, `users: [{token: ${CANARY}`);

    expect(await ends(path)).toBe('the kubeconfig cannot be read\n  fix: kubectl config view shows whether kubectl can read it\n');
  });

  it('when there is no kubeconfig at all', async () => {
    expect(await ends('')).toMatch(/^no context is called minikube, and none is the current one\n {2}fix: set KUBECONFIG/);
  });

  it('when the command that makes the credentials hangs', async () => {
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sleep', args: ['60'], interactiveMode: 'Never' };

    expect(await ends(kubeconfig('https://127.0.0.1:9', { user: { exec } }))).toMatch(/no answer within 6 s/);
  });

  const plugin = (args: readonly string[]) => ({
    exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'echo', args, interactiveMode: 'Never' },
  });

  it.each<[string, object, RegExp]>([
    ['is not there', { exec: { ...plugin([]).exec, command: '/none/there' } }, /^the credentials of context fake cannot be made: /],
    ['prints no credentials', plugin([CANARY]), /^the credentials of context fake cannot be made: /],
    [
      'prints a token that cannot be sent',
      plugin([JSON.stringify({ status: { token: `${CANARY}\r\nX-Other: 1` } })]),
      /: the token of the context holds a line break /,
    ],
  ])('when the command that makes the credentials %s', async (_, user, words) => {
    expect(await ends(kubeconfig('https://127.0.0.1:9', { user }))).toMatch(words);
  });

  it('when a certificate of the context is none', async () => {
    const data = Buffer.from(CANARY).toString('base64');
    const user = { 'client-certificate-data': data, 'client-key-data': data };

    expect(await ends(kubeconfig('https://127.0.0.1:9', { user }))).toBe(
      'https://127.0.0.1:9: a certificate or key of the context cannot be read\n  fix: take a new kubeconfig\n',
    );
  });

  it('when the address is none of HTTP', async () => {
    expect(await ends(kubeconfig('ftp://127.0.0.1:9'))).toMatch(/^context fake names no cluster with an address\n/);
  });

  it('when the address holds a password, which is not repeated', async () => {
    expect(await ends(kubeconfig(`http://admin:${CANARY}@127.0.0.1:9/k8s?token=${CANARY}`))).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/k8s: nothing listens there\n/,
    );
  });

  it('when neither a system nor --all is named, or both are', async () => {
    const neither = await waybill('', 'preflight', '--target', 'minikube');
    const both = await waybill('', ...PREFLIGHT, '--all');

    expect([neither.code, both.code, neither.err === both.err]).toEqual([2, 2, true]);
    expect(neither.err).toMatch(/^name one system, or --all\n/);
  });
});
