import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export type Answering = (request: http.IncomingMessage, response: http.ServerResponse) => void;
export interface FakeServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}
/** What stands where an API server should be. With a certificate it speaks TLS. */
export const fakeServer = async (answer: Answering, tls?: { readonly cert: string; readonly key: string }): Promise<FakeServer> => {
  const server = tls === undefined ? http.createServer(answer) : https.createServer(tls, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
export const json =
  (status: number, body: unknown, headers: http.OutgoingHttpHeaders = {}): Answering =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
