/** The key under which kubelet looks for credentials of Docker Hub: https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/ */
const DOCKER_HUB = 'https://index.docker.io/v1/';

/** `ghcr.io/yourorg` is reached at `ghcr.io`; a first part that is no host name means Docker Hub. */
export const registryHost = (registry: string): string => {
  const [first = ''] = registry.split('/');
  const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
  return !isHost || /^(index\.)?docker\.io$/.test(first) ? DOCKER_HUB : first;
};
/** The host in a key of a Docker configuration: `https://ghcr.io/v2/` is `ghcr.io`. */
export const hostOf = (key: string): string => key.replace(/^https?:\/\//, '').split('/')[0] ?? '';
