import type { KubeObject } from './read-manifests';

/**
 * What a reader of the manifest sees at a path: `spec.containers[backend].env[PORT].value`. Items of a list go by index, name or
 * mount path. Undefined: the last step is not there. @throws when an earlier one is not, so that no wrong path passes for absence.
 */
export const see = (object: KubeObject, path: string): unknown => {
  const steps = path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [];
  return steps.reduce((node: unknown, step, index) => {
    const key = step.replace(/^\[|\]$/g, '');
    if (typeof node !== 'object' || node === null) {
      throw new Error(`${object.kind}/${object.metadata?.name} has nothing at ${steps.slice(0, index).join('.')}`);
    }
    if (Array.isArray(node) && !/^\d+$/.test(key)) return node.find((item) => namesOf(item).includes(key));
    return (node as Readonly<Record<string, unknown>>)[key];
  }, object);
};
const namesOf = (item: { readonly name?: string; readonly mountPath?: string; readonly metadata?: { readonly name?: string } }) => [
  item.name,
  item.mountPath,
  item.metadata?.name,
];
