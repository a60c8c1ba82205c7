// biome-ignore lint/suspicious/noExplicitAny: manifests of any kind
export type Manifest = any;

/** One object before and after, and what the pair is there to show. */
export interface ObjectChange {
  readonly title: string;
  readonly before: Manifest;
  readonly after: Manifest;
  /** The rule that must refuse it, at every version or at those named. */
  readonly refusedBy?: string;
  readonly at?: readonly string[];
  /** The rule that comes close and must not. */
  readonly nearMissOf?: string;
}
type About = Pick<ObjectChange, 'refusedBy' | 'nearMissOf' | 'at'>;

/** A change of a manifest as a title says it. */
export const change = (title: string, before: Manifest, mutate: (manifest: Manifest) => void, about: About = {}): ObjectChange => {
  const after = structuredClone(before);
  mutate(after);
  return { title: `${before.kind}: ${title}`, before, after, ...about };
};
export const refused = (rule: string, ...at: readonly string[]): About => ({ refusedBy: rule, ...(at.length > 0 ? { at } : {}) });
export const nearMiss = (rule: string): About => ({ nearMissOf: rule });
