import { existsSync } from 'node:fs';
import { chooseContext } from './choose-context';
import { CouldNotLook } from './could-not-look';
import type { KubeServer } from './kube-server';
import { type Access, type Limits, openServer } from './open-server';

interface Wanted {
  readonly context: string | undefined;
  readonly target: string;
}
/** The cluster of a context, as kubectl would reach it. @throws CouldNotLook */
export const connect = async ({ context, target }: Wanted, limits: Limits): Promise<KubeServer> => {
  const { KubeConfig } = await loadClient();
  const config = new KubeConfig();
  try {
    config.loadFromDefault();
  } catch {
    // The error would repeat lines of the file, tokens among them.
    throw new CouldNotLook(whyUnread(), 'kubectl config view shows whether kubectl can read it');
  }
  // Without any kubeconfig the library makes one up, for localhost.
  const isMadeUp = config.currentContext === 'loaded-context';
  const known = isMadeUp ? [] : (config.contexts ?? []).map(({ name }) => name);
  const chosen = chooseContext(context, target, isMadeUp ? '' : (config.currentContext ?? ''), known);
  config.setCurrentContext(chosen);
  const cluster = config.getCurrentCluster();
  if (cluster?.server === undefined || !URL.canParse(cluster.server) || !/^https?:$/.test(new URL(cluster.server).protocol)) {
    throw new CouldNotLook(`context ${chosen} names no cluster with an address`, 'correct the kubeconfig: kubectl config view');
  }
  const access: Access = {
    context: chosen,
    url: cluster.server,
    options: async () => {
      const options: Parameters<typeof config.applyToHTTPSOptions>[0] = {};
      try {
        await config.applyToHTTPSOptions(options);
      } catch {
        throw new CouldNotLook(
          `the credentials of context ${chosen} cannot be made: a file is missing or unreadable, or the command that makes them fails`,
          `kubectl --context ${chosen} get namespaces says more`,
        );
      }
      return options;
    },
  };
  return openServer(access, limits);
};

/** The library. An ES module, and a large one: only who asks a cluster waits for it. */
const loadClient = async () => {
  // What it loads loads Node's own `punycode`, which says on Node 22 and later that it is deprecated. A user can do nothing about it.
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return await import('@kubernetes/client-node');
  } finally {
    process.noDeprecation = noDeprecation;
  }
};

const whyUnread = (): string => {
  const missing = (process.env.KUBECONFIG ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .find((file) => file !== '' && !existsSync(file));
  return missing === undefined ? 'the kubeconfig cannot be read' : `the kubeconfig ${missing} is not there`;
};
