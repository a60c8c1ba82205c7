import type { Json, JsonObject } from '../diff/json';

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  /** With its query: `/api/v1/nodes?limit=500`. */
  readonly path: string;
  readonly body?: unknown;
  readonly type?: string;
  /** The answer is no JSON: a log. */
  readonly isText?: boolean;
}
export interface Reply {
  readonly status: number;
  readonly json: JsonObject;
  /** Of an answer that is no JSON. */
  readonly text: string;
  /** What the server warned of, https://kubernetes.io/blog/2020/09/03/warnings/ */
  readonly warnings: readonly string[];
}
/** A cluster that answers. @throws CouldNotLook when it does not, or as no API server does. */
export interface KubeServer {
  /** The context of the kubeconfig by which it is reached. */
  readonly context: string;
  readonly url: string;
  readonly ask: (asked: Asked) => Promise<Reply>;
  readonly close: () => void;
}
export type Item = JsonObject;
export type { Json, JsonObject };
