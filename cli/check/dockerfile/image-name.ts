/** `registry/path:tag@digest` in its parts; official images without `docker.io/library/`. */
export interface ImageName {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}
export const imageName = (reference: string): ImageName => {
  const [rest = '', digest] = reference.split('@', 2);
  const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
  const repository = (colon === -1 ? rest : rest.slice(0, colon)).replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, '');
  return { repository, ...(colon === -1 ? {} : { tag: rest.slice(colon + 1) }), ...(digest === undefined ? {} : { digest }) };
};
