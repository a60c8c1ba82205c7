import { CouldNotLook } from '../cluster/could-not-look';
import type { KubeServer } from '../cluster/kube-server';
import { minorOf } from '../diff/consequences/versions';
import { textOf } from '../diff/json';

/** Servers before it send no warnings and serve no Ingress of v1: what they say of a dry run means nothing. */
const FIRST_TO_WARN = 19;

/** The version of a server that can be looked at. @throws CouldNotLook */
export const readVersion = async (server: KubeServer): Promise<string> => {
  const { status, json } = await server.ask({ method: 'GET', path: '/version' });
  const version = textOf(json.gitVersion);
  const minor = minorOf(version);
  if (status !== 200 || Number.isNaN(minor)) {
    throw new CouldNotLook(
      `${server.url} answers, but does not say which Kubernetes it is (HTTP ${status})`,
      'correct the server of the context: this is no Kubernetes API server',
    );
  }
  if (minor < FIRST_TO_WARN) {
    throw new CouldNotLook(
      `${server.url} runs Kubernetes ${version}, which is far too old to be looked at`,
      'update the cluster to 1.28 or newer',
    );
  }
  return version;
};
