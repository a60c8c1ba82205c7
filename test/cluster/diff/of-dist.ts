import { readManifests } from '../../support/read-manifests';
import type { Manifest, ObjectChange } from './object-change';

/** Changes that any object of a kind may get, on the manifests this repository writes. */
const MUTATIONS: readonly { readonly title: string; readonly mutate: (manifest: Manifest) => void }[] = [
  { title: 'a label', mutate: (o) => Object.assign(o.metadata.labels, { 'example.com/a': 'b' }) },
  { title: 'the labels of its pods', mutate: (o) => Object.assign(templateOf(o)?.metadata?.labels ?? {}, { 'example.com/a': 'b' }) },
  {
    title: 'another image',
    mutate: (o) => {
      for (const container of templateOf(o)?.spec?.containers ?? []) container.image = 'registry.example.com/other:2.0.0';
    },
  },
  {
    title: 'a selector with one label less',
    mutate: (o) => {
      if (o.spec?.selector?.matchLabels) delete o.spec.selector.matchLabels['app.kubernetes.io/component'];
    },
  },
  {
    title: 'more replicas',
    mutate: (o) => Object.assign(o.spec ?? {}, typeof o.spec?.replicas === 'number' ? { replicas: o.spec.replicas + 1 } : {}),
  },
];
const templateOf = (o: Manifest): Manifest => o.spec?.template ?? o.spec?.jobTemplate?.spec?.template;

/** One object of each kind in dist with each mutation that changes it. */
export const ofDist = (): readonly ObjectChange[] => {
  const kinds = new Map(readManifests('dist').map(({ object }) => [(object as Manifest).kind as string, object as Manifest]));
  return [...kinds.values()].flatMap((before) =>
    MUTATIONS.flatMap(({ title, mutate }): readonly ObjectChange[] => {
      const after = structuredClone(before);
      mutate(after);
      return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ title: `${before.kind} of dist: ${title}`, before, after }];
    }),
  );
};
