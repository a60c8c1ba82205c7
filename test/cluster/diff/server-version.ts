import { kubectlJson } from '../support/kubectl';

/** `1.37`, as the server says it. */
export const serverVersion = (): string => {
  const { major, minor } = kubectlJson('version').serverVersion;
  return `${major}.${minor}`;
};
