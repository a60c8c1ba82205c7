import http from 'node:http';
import https from 'node:https';
import type { JsonObject } from '../diff/json';
import { CouldNotLook } from './could-not-look';
import type { Asked, KubeServer, Reply } from './kube-server';
import { toCouldNotLook } from './to-could-not-look';
import { warningsOf } from './warnings-of';

/** What a kubeconfig knows of a context: an agent with its certificates, and headers with its token. */
export interface Access {
  readonly context: string;
  readonly url: string;
  readonly options: () => Promise<{ readonly agent?: unknown; readonly headers?: unknown; readonly auth?: string | null }>;
}
export interface Limits {
  /** Milliseconds for one answer. */
  readonly answer: number;
  /** Milliseconds for all, counted from now. */
  readonly all: number;
}
const MOST_BYTES = 64 * 1024 * 1024;
const SOCKETS = 12;

export const openServer = async ({ context, url: address, options }: Access, limits: Limits): Promise<KubeServer> => {
  const url = shown(address);
  const end = Date.now() + limits.all;
  const slow = (seconds: number) =>
    new CouldNotLook(`${url}: no answer within ${seconds} s`, 'look whether it is the right address, and whether the cluster is well');
  const { agent, headers, auth } = await within(options(), limits.answer, () => slow(Math.round(limits.answer / 1000)));
  const kept = keepAlive(agent);
  const module = address.startsWith('http:') ? http : https;
  const ask = (asked: Asked): Promise<Reply> => {
    const left = Math.max(1, Math.min(limits.answer, end - Date.now()));
    return new Promise<Reply>((resolve, reject) => {
      const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
      const request = module.request(
        `${address.replace(/\/+$/, '')}${asked.path}`,
        {
          method: asked.method,
          agent: kept as http.Agent,
          ...(auth ? { auth } : {}),
          headers: {
            ...(headers as http.OutgoingHttpHeaders | undefined),
            Accept: asked.isText ? '*/*' : 'application/json',
            'User-Agent': 'waybill',
            ...(body === undefined ? {} : { 'Content-Type': asked.type ?? 'application/json', 'Content-Length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > MOST_BYTES) request.destroy(new CouldNotLook(`${url}: an answer is larger than 64 MiB`, NO_API_SERVER));
            else chunks.push(chunk);
          });
          response.on('error', (error) => reject(toCouldNotLook(url, error)));
          response.on('aborted', () => reject(toCouldNotLook(url, { code: 'ECONNRESET' })));
          response.on('end', () => {
            try {
              resolve(toReply(url, context, response, Buffer.concat(chunks).toString('utf8'), asked.isText === true));
            } catch (error) {
              reject(error);
            }
          });
          response.on('close', () => clearTimeout(timer));
        },
      );
      const timer = setTimeout(() => request.destroy(slow(Math.max(1, Math.round(left / 1000)))), left);
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(toCouldNotLook(url, error));
      });
      request.end(body);
    }).catch((error: unknown) => {
      // What Node refuses before it sends anything, such as a token with a line break.
      throw typeof (error as { readonly code?: unknown } | null)?.code === 'string' ? toCouldNotLook(url, error) : error;
    });
  };
  return { context, url, ask, close: () => (kept as http.Agent | undefined)?.destroy?.() };
};

/** An address without what may be a password in it. */
const shown = (address: string): string => {
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
};

const NO_API_SERVER = 'correct the server of the context: this is no Kubernetes API server';

const toReply = (url: string, context: string, { statusCode = 0, headers }: http.IncomingMessage, text: string, isText: boolean): Reply => {
  if (statusCode === 401)
    throw new CouldNotLook(
      `${url} does not accept the credentials of context ${context}: they are wrong or have expired`,
      'log in again, or take a new kubeconfig',
    );
  const warnings = warningsOf(headers.warning);
  if (isText && statusCode === 200) return { status: statusCode, json: {}, text, warnings };
  // A group that is not served is answered with `404 page not found`.
  const json = readJson(text) ?? (statusCode === 404 && text.startsWith('404') ? {} : undefined);
  if (json === undefined || (statusCode >= 300 && statusCode < 400))
    throw new CouldNotLook(`${url} answers, but not as a Kubernetes API server does (HTTP ${statusCode})`, NO_API_SERVER);
  return { status: statusCode, json, text: '', warnings };
};
const readJson = (text: string): JsonObject | undefined => {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : undefined;
  } catch {
    return undefined;
  }
};

/** One handshake for many questions. Agents of proxies stay as they are. */
const keepAlive = (agent: unknown): unknown => {
  for (const Kind of [https.Agent, http.Agent]) {
    if (agent instanceof Kind && agent.constructor === Kind) {
      return new Kind({ ...(agent as unknown as { options: object }).options, keepAlive: true, maxSockets: SOCKETS, timeout: undefined });
    }
  }
  return agent;
};

const within = <T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
