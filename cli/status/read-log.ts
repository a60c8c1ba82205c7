import type { KubeServer } from '../cluster/kube-server';
import type { LogOf } from './cause';
import type { Masks } from './read-masks';

const LINES = 10;
const BYTES = 64 * 1024;
const WIDEST = 400;

/** The last lines of a container, secrets hidden; undefined: there are none, or nobody could say what to hide. */
export const readLog = async (
  server: KubeServer,
  namespace: string,
  { pod, container, previous }: LogOf,
  { mask, isWhole }: Masks,
): Promise<readonly string[] | undefined> => {
  if (!isWhole) return ['(not shown: you may not get the Secrets of the system, so nobody can say what to hide in it)'];
  const query = `container=${encodeURIComponent(container)}&tailLines=${LINES}&limitBytes=${BYTES}&previous=${previous}`;
  const path = `/api/v1/namespaces/${namespace}/pods/${encodeURIComponent(pod)}/log?${query}`;
  const { status, text } = await server.ask({ method: 'GET', path, isText: true });
  if (status !== 200) return undefined;
  const lines = text.split('\n');
  // What is cut in the middle of a secret could no longer be told from other text.
  const whole = Buffer.byteLength(text) >= BYTES ? lines.slice(0, -1) : lines;
  return mask(whole.join('\n'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line));
};
