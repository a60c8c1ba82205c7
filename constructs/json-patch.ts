/** Puts a value at a JSON pointer, or takes away what is there. Loaded at its first use, since most runs have no patch. */
export const jsonPatch = (tree: unknown, at: string, value: unknown): unknown => {
  const { JsonPatch } = require('cdk8s') as typeof import('cdk8s');
  return JsonPatch.apply(tree, value === undefined ? JsonPatch.remove(at) : JsonPatch.add(at, value));
};
