import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Promised } from './rule';

/** Where a contract's files are. */
export interface Found {
  readonly dockerfile: string;
  readonly dockerignore?: string;
  /** Absent: what else the context holds is not known. */
  readonly context?: string;
}
/**
 * The file that the contract itself names: its context and the Dockerfile in it. Where that is not there,
 * `examples/<system>/<container>/Dockerfile`, a reference without its source.
 */
export const findFiles = (root: string, { at, contract: { image } }: Promised): Found | undefined => {
  if (image.kind !== 'built') return undefined;
  const context = join(root, image.build.context);
  const own = join(context, image.build.dockerfile);
  const example = join(root, 'examples', ...at.split('.'), 'Dockerfile');
  if (existsSync(own)) return { dockerfile: own, ...dockerignoreOf(own, context), context };
  return existsSync(example) ? { dockerfile: example, ...dockerignoreOf(example, dirname(example)) } : undefined;
};
/** `<Dockerfile>.dockerignore` beside it wins over the one of the context. */
export const dockerignoreOf = (dockerfile: string, context: string): Pick<Found, 'dockerignore'> => {
  const found = [`${dockerfile}.dockerignore`, join(context, '.dockerignore')].find((path) => existsSync(path));
  return found === undefined ? {} : { dockerignore: found };
};
