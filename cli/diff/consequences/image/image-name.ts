export interface ImageName {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `ghcr.io/acme/web:1.2@sha256:…` in its parts. Without a registry it is docker.io. */
export const imageName = (image: string): ImageName => {
  const [named = '', digest] = image.split('@');
  const slash = named.indexOf('/');
  const first = slash === -1 ? '' : named.slice(0, slash);
  const hasRegistry = first.includes('.') || first.includes(':') || first === 'localhost';
  const rest = hasRegistry ? named.slice(slash + 1) : named;
  const colon = rest.lastIndexOf(':');
  const path = colon === -1 ? rest : rest.slice(0, colon);
  return {
    registry: hasRegistry ? first : 'docker.io',
    repository: path.replace(/^library\//, ''),
    tag: colon === -1 ? undefined : rest.slice(colon + 1),
    digest,
  };
};

/** The numbers of a version tag: `v1.2.3-alpine` is 1, 2, 3. A date or a commit is no version. */
export const versionOf = (tag: string | undefined): readonly number[] | undefined => {
  const found = /^v?(\d{1,5})(?:\.(\d{1,5}))?(?:\.(\d{1,5}))?(?![\da-f]{3})(?:[-+._]|[a-z]|$)/i.exec(tag ?? '');
  return found === null
    ? undefined
    : found
        .slice(1)
        .filter((part) => part !== undefined)
        .map(Number);
};
export const compareVersions = (a: readonly number[], b: readonly number[]): number => {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};
/** Whether a tag may mean another image tomorrow. */
export const isMoving = ({ tag, digest }: ImageName): boolean =>
  digest === undefined && (tag === undefined || /^(latest|main|master|develop|dev|edge|nightly|stable|next|canary|snapshot)$/i.test(tag));
