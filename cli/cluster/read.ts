import { at, isObject, listOf, textOf } from '../diff/json';
import { CouldNotLook } from './could-not-look';
import type { Item, JsonObject, KubeServer, Reply } from './kube-server';

export const FORBIDDEN = 'forbidden';
const PAGE = 500;
/** Past this a list is not read on: no cluster that one preflight can judge has more. */
const MOST_PAGES = 200;

/** An object; undefined: it is not there. */
export const readObject = async (server: KubeServer, path: string): Promise<JsonObject | typeof FORBIDDEN | undefined> => {
  const reply = await server.ask({ method: 'GET', path });
  if (reply.status === 404) return undefined;
  return reply.status === 403 ? FORBIDDEN : onlyFine(reply, path).json;
};

/** Every item of a list, page by page; undefined: the server has no such kind. `keep` leaves of each only what is needed. */
export const readList = async (
  server: KubeServer,
  path: string,
  keep: (item: Item) => Item = (item) => item,
): Promise<readonly Item[] | typeof FORBIDDEN | undefined> => {
  const items: Item[] = [];
  let next = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const more = next === '' ? '' : `&continue=${encodeURIComponent(next)}`;
    const reply = await server.ask({ method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}limit=${PAGE}${more}` });
    if (reply.status === 404) return undefined;
    if (reply.status === 403) return FORBIDDEN;
    const { json } = onlyFine(reply, path);
    items.push(...listOf(json.items).filter(isObject).map(keep));
    next = textOf(at(json, 'metadata', 'continue'));
    if (next === '') return items;
  }
  throw new CouldNotLook(
    `${path} has more than ${MOST_PAGES * PAGE} items`,
    'look with kubectl: this cluster is larger than waybill reads',
  );
};

const onlyFine = (reply: Reply, path: string): Reply => {
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw new CouldNotLook(
    `the server answers ${reply.status} to ${path.split('?')[0]}: ${messageOf(reply)}`,
    'try again; when it stays so, ask whoever runs the cluster',
  );
};
export const messageOf = ({ json }: Reply): string => textOf(json.message) || 'without a reason';
