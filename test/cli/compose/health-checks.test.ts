import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AnySystem } from '../../../contracts';
import { tcp } from '../../../contracts';
import { containerWith, image } from '../../support/container-with';
import { systemWith } from '../../support/findings-with';
import { composeOf } from './support/compose-of';
import { readCompose } from './support/read-compose';

/** Answers 200 at /live and 500 elsewhere. */
let server: Server;
beforeAll(async () => {
  server = createServer(({ url }, answer) => answer.writeHead(url === '/live' ? 200 : 500).end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));
const open = () => (server.address() as AddressInfo).port;
/** Where nobody listens: the port of a server that has gone. */
const closed = async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  await new Promise((done) => other.close(done));
  return port;
};

const codeOf = (base: string, liveness: object, port: number): Promise<number> => {
  const api = containerWith({ image: { ...image, base }, ports: { http: tcp(port, 'HTTP') }, health: { liveness, readiness: liveness } });
  const [, program = '', ...words] =
    readCompose(composeOf(systemWith({ containers: { api } }) as AnySystem)['compose.yaml'] ?? '').services.api?.healthcheck?.test ?? [];
  return new Promise((done) => {
    execFile(program === 'node' ? process.execPath : program, words, (error) => done(error === null ? 0 : Number(error.code)));
  });
};
const at = (path: string) => ({ check: 'http', port: 'http', path });
const connects = { check: 'tcp', port: 'http' };

describe('A health check that Waybill writes', () => {
  it.each([
    ['node:20-alpine', at('/live')],
    ['node:20-alpine', connects],
    ['debian:bookworm-slim', connects],
  ])('on %s ends with 0 for %j where all is well', async (base, liveness) => {
    expect(await codeOf(base, liveness, open())).toBe(0);
  });
  it('ends with another number for an answer that is none of 200', async () => {
    expect(await codeOf('node:20-alpine', at('/broken'), open())).toBe(1);
  });
  it.each([
    ['node:20-alpine', at('/live')],
    ['node:20-alpine', connects],
    ['debian:bookworm-slim', connects],
  ])('on %s ends with 1 for %j where nobody listens', async (base, liveness) => {
    expect(await codeOf(base, liveness, await closed())).toBe(1);
  });
});
