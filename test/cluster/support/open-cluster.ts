import https from 'node:https';
import type { KubeServer } from '../../../cli/cluster/kube-server';
import { openServer } from '../../../cli/cluster/open-server';
import { kubectl } from './kubectl';

/** The cluster of KUBECONFIG as the verbs reach it, without the library that reads kubeconfigs: jest cannot load it. */
export const openCluster = async ({ token }: { readonly token?: string } = {}): Promise<KubeServer> => {
  const config = JSON.parse(kubectl('config', 'view', '--raw', '--minify', '--flatten', '-o', 'json'));
  const [{ cluster }] = config.clusters;
  const [{ user }] = config.users;
  const decoded = (text: string | undefined) => (text === undefined ? {} : Buffer.from(text, 'base64'));
  const given = token ?? user.token;
  const options = {
    agent: new https.Agent({
      ca: decoded(cluster['certificate-authority-data']) as Buffer,
      ...(token === undefined && user['client-certificate-data'] !== undefined
        ? { cert: decoded(user['client-certificate-data']) as Buffer, key: decoded(user['client-key-data']) as Buffer }
        : {}),
    }),
    headers: given === undefined ? {} : { Authorization: `Bearer ${given}` },
  };
  return openServer(
    { context: config['current-context'], url: cluster.server, options: async () => options },
    { answer: 30_000, all: 3_600_000 },
  );
};
