import { isTag } from '../tags';

export interface ImageName {
  readonly repository: string;
  readonly tag: string;
  readonly digest?: string;
}
/** `registry:5000/team/app:v1.2.3@sha256:…` in parts. */
export const imageName = (reference: string): ImageName => {
  const [name = '', digest] = divided(reference, reference.indexOf('@'));
  const [repository = '', tag = ''] = divided(name, name.indexOf(':', name.lastIndexOf('/') + 1));
  return { repository, tag, ...(digest === undefined ? {} : { digest }) };
};
const divided = (text: string, at: number): readonly string[] => (at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]);

const PART = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${PART}(/${PART})*$`);
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export const isRepository = (repository: string): boolean => repository.length <= 255 && REPOSITORY.test(repository);
const HOST = /^[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?(:\d{1,5})?$/;
/** Docker's own test: without a dot or a port the first part is no host. */
export const registryOf = (repository: string): string | undefined => {
  const first = repository.slice(0, Math.max(repository.indexOf('/'), 0));
  return first.includes('.') || first.includes(':') || first === 'localhost' ? first : undefined;
};

/** Why an image cannot be known by this reference; undefined: it can. */
export const referenceProblem = (reference: string): string | undefined => {
  const { repository, tag, digest } = imageName(reference);
  const registry = registryOf(repository);
  const path = registry === undefined ? repository : repository.slice(registry.length + 1);
  if ((registry !== undefined && !HOST.test(registry)) || !isRepository(path)) return 'it has no repository that a registry would take';
  if (tag === '') return 'it has no tag, which means latest';
  if (tag === 'latest') return 'the tag latest moves';
  if (!isTag(tag)) return 'its tag is none that a registry would take';
  return digest === undefined || /^sha256:[0-9a-f]{64}$/.test(digest) ? undefined : 'its digest is not sha256: and 64 hexadecimal digits';
};
