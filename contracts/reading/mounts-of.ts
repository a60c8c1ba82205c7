import type { PlainContract } from '../plain';

/** Every path that something is mounted at, with its place below the contract. */
export const mountsOf = ({ volumes = {}, files = {} }: PlainContract): readonly { readonly at: string; readonly path: string }[] => [
  ...Object.entries(volumes).map(([name, { path }]) => ({ at: `volumes.${name}.path`, path })),
  ...Object.entries(files).map(([name, { path }]) => ({ at: `files.${name}.path`, path })),
];
