import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string; readonly type: string };
}
export interface Pull {
  readonly state: string;
  readonly head: { readonly sha: string; readonly repo: { readonly id: number } | null };
}
export interface World {
  readonly artifacts: Readonly<Record<string, Buffer>>;
  readonly pulls: Readonly<Record<number, Pull>>;
  readonly comments?: Readonly<Record<number, readonly Comment[]>>;
}
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: string;
}
export interface FakeGithub {
  readonly address: string;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}
const REPOSITORY = '/repos/us/here';
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += part;
  return text;
};

/** As much of GitHub's API as the comment needs, with a storage beside it that answers nobody who shows a token. */
export const fakeGithub = async (world: World): Promise<FakeGithub> => {
  const asked: Asked[] = [];
  const names = Object.keys(world.artifacts);
  const answer = ({ method, path, token }: Asked): readonly [number, unknown, Readonly<Record<string, string>>?] => {
    const [bare = '', query = ''] = path.split('?');
    if (bare.startsWith('/storage/')) return token === undefined ? [200, world.artifacts[bare.slice('/storage/'.length)]] : [400, {}];
    if (token !== 'Bearer a-token' || !bare.startsWith(REPOSITORY)) return [401, {}];
    const [kind, id, part] = bare
      .slice(REPOSITORY.length + 1)
      .split('/')
      .filter((one) => one !== 'actions');
    if (kind === 'runs' && id === '77' && part === 'artifacts')
      return [200, { artifacts: names.map((name, index) => ({ id: index + 1, name, expired: false })) }];
    if (kind === 'artifacts' && part === 'zip') return [302, '', { location: `/storage/${names[Number(id) - 1]}` }];
    if (kind === 'pulls') return world.pulls[Number(id)] === undefined ? [404, {}] : [200, world.pulls[Number(id)]];
    if (kind === 'issues' && part === 'comments' && method === 'GET') {
      const page = Number(new URLSearchParams(query).get('page'));
      return [200, (world.comments?.[Number(id)] ?? []).slice((page - 1) * 100, page * 100)];
    }
    if (kind === 'issues' && (method === 'POST' || method === 'PATCH')) return [method === 'POST' ? 201 : 200, {}];
    return [500, {}];
  };
  const server = createServer(async (request, response) => {
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      token: request.headers.authorization,
      body: await bodyOf(request),
    };
    asked.push(one);
    const [status, body, { location } = {}] = answer(one);
    response.writeHead(status, location === undefined ? {} : { location: `http://${request.headers.host}${location}` });
    response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((done) => server.close(() => done())),
  };
};
