import { at, type Json, textOf } from '../../json';
import { updateRule } from './update-rule';

/** What Minikube, kind and many others call the class that a claim without one gets. */
const USUAL_DEFAULT = 'standard';

export const storageClassIsFixed = updateRule({
  id: 'storage-class-is-fixed',
  says: 'The storage class of a PersistentVolumeClaim cannot change.',
  kinds: ['PersistentVolumeClaim'],
  refuses: ({ live, result, comparison, pair: { object } }) => {
    const [before, after] = [at(live, 'spec', 'storageClassName'), at(result, 'spec', 'storageClassName')];
    if (before === after || (before === undefined && isDefault(after))) return undefined;
    return {
      path: 'spec.storageClassName',
      sentence: `the storage class of a claim changes from ${textOf(before) || 'the default'} to ${textOf(after) || 'none'}, which the API server refuses`,
      cure: 'make a claim with a new name and copy the data',
    };

    function isDefault(name: Json): boolean {
      const classes = [...comparison.head.objects.values()].filter(({ kind, place }) => kind === 'StorageClass' && place === object.place);
      const known = classes.find(
        ({ json }) => at(json, 'metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class') === 'true',
      );
      return name === (known?.name ?? USUAL_DEFAULT);
    }
  },
});
