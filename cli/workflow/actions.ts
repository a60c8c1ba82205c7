/** An action at the commit that a release tag named when it was looked up. */
export interface Action {
  readonly commit: string;
  readonly version: string;
}
/**
 * Source of each commit: workflows and lock lists of at least three public repositories that know nothing of each other pin this commit
 * beside this version, looked up on 2026-11-21. `actions/checkout` is the one of .github/workflows here.
 */
export const ACTIONS = {
  'actions/checkout': { commit: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
  'anchore/scan-action': { commit: '27805bf3b4e84b4a5c980df22ed233c00390a439', version: 'v7.4.2' },
  'docker/build-push-action': { commit: '53b7df96c91f9c12dcc8a07bcb9ccacbed38856a', version: 'v7.3.0' },
  'docker/login-action': { commit: 'dbcb813823bdd20940b903addbd779551569679f', version: 'v4.6.0' },
  'docker/metadata-action': { commit: 'dc802804100637a589fabce1cb79ff13a1411302', version: 'v6.2.0' },
  'docker/scout-action': { commit: '7c6b6c3f7844478ace1ffd4e7aef649053d1f87d', version: 'v1.24.0' },
  'docker/setup-buildx-action': { commit: 'bb05f3f5519dd87d3ba754cc423b652a5edd6d2c', version: 'v4.2.0' },
  'docker/setup-qemu-action': { commit: '96fe6ef7f33517b61c61be40b68a1882f3264fb8', version: 'v4.2.0' },
} as const satisfies Readonly<Record<string, Action>>;

export const pinned = (name: keyof typeof ACTIONS): string => `${name}@${ACTIONS[name].commit}`;
/** `docker/login-action@<commit>` -> `v4.6.0`; undefined: none of ours. */
export const versionOf = (uses: string): string | undefined =>
  Object.entries(ACTIONS).find(([name, { commit }]) => uses === `${name}@${commit}`)?.[1].version;
